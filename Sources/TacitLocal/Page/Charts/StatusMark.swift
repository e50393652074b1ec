import TacitPages

/// The sign of a status: a disc, a triangle, a cross, or a ring for what is not known. Its form tells it without its colour.
enum StatusMark {
    static func html(_ status: SystemHealth.Status?, _ place: String = "sign") -> HTML {
        var drawing = Drawing()
        draw(status, in: &drawing, x: 10, y: 10, radius: 7)
        return HTML(verbatim: drawing.svg(place, width: 20, height: 20))
    }

    static func draw(_ status: SystemHealth.Status?, in drawing: inout Drawing, x: Double, y: Double, radius: Double) {
        let number = Drawing.number
        switch status {
        case .healthy: drawing.circle("mark healthy", x: x, y: y, radius: radius * 0.85)
        case .degraded:
            drawing.path(
                "mark degraded",
                "M\(number(x)) \(number(y - radius))L\(number(x + radius)) \(number(y + radius * 0.8))"
                    + "H\(number(x - radius))Z")
        case .critical:
            let arm = radius * 0.8
            drawing.path(
                "mark critical",
                "M\(number(x - arm)) \(number(y - arm))l\(number(2 * arm)) \(number(2 * arm))"
                    + "m0 \(number(-2 * arm))l\(number(-2 * arm)) \(number(2 * arm))")
        case nil: drawing.circle("mark unknown", x: x, y: y, radius: radius * 0.8)
        }
    }
}
