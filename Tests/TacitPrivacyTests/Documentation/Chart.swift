import Foundation

/// A small line or bar chart as SVG, in the light and the dark.
struct Chart {
    struct Series {
        let name: String
        let points: [(x: Double, y: Double)]
    }

    enum Shape {
        case lines
        /// A group of bars for each x, one for each series.
        case bars
    }

    var title: String
    var horizontal: String
    var vertical: String
    var shape = Shape.lines
    var xTicks: [Double]
    var yTicks: [Double]
    /// Texts in place of the numbers on the horizontal axis.
    var xNames: [String]?
    var isLogarithmic = false
    var series: [Series]

    private static let (width, height) = (720.0, 360.0)
    private static let (left, right, top, bottom) = (64.0, 700.0, 64.0, 304.0)
    private static let dashes = ["", "6 4", "2 4", "10 4 2 4"]

    /// The picture. Numbers have one decimal, so that it is the same on every machine.
    var svg: String {
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\">",
            "<title>\(title)</title>",
            """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #374151; font-variant-numeric: tabular-nums }
            .title { font-size: 15px; font-weight: 600; fill: #111827 }
            .grid { stroke: #e5e7eb } .axis { stroke: #9ca3af }
            .s0 { stroke: #2563eb; fill: #2563eb } .s1 { stroke: #6b7280; fill: #6b7280 }
            .s2 { stroke: #b45309; fill: #b45309 } .s3 { stroke: #047857; fill: #047857 }
            .line { fill: none; stroke-width: 2 } .bar { stroke: none }
            @media (prefers-color-scheme: dark) {
            text { fill: #d1d5db } .title { fill: #f9fafb } .grid { stroke: #374151 } .axis { stroke: #6b7280 }
            .s0 { stroke: #60a5fa; fill: #60a5fa } .s1 { stroke: #9ca3af; fill: #9ca3af }
            .s2 { stroke: #f59e0b; fill: #f59e0b } .s3 { stroke: #34d399; fill: #34d399 }
            .line { fill: none }
            }
            </style>
            """,
            "<text class=\"title\" x=\"16\" y=\"24\">\(title)</text>",
            "<text x=\"16\" y=\"\(Int(Self.top) - 18)\">\(vertical)</text>",
            text(horizontal, x: (Self.left + Self.right) / 2, y: Self.height - 12, anchor: "middle"),
        ]
        for tick in yTicks {
            let y = place(y: tick)
            lines.append("<path class=\"grid\" d=\"M\(one(Self.left)) \(one(y))H\(one(Self.right))\"/>")
            lines.append(text(number(tick), x: Self.left - 8, y: y + 4, anchor: "end"))
        }
        for (index, tick) in xTicks.enumerated() {
            let name = xNames?[index] ?? number(tick)
            lines.append(text(name, x: place(x: tick), y: Self.bottom + 20, anchor: "middle"))
        }
        lines.append("<path class=\"axis\" d=\"M\(one(Self.left)) \(one(Self.bottom))H\(one(Self.right))\"/>")
        for index in series.indices { lines.append(shape == .lines ? line(index) : bars(index)) }
        lines += legend
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private func line(_ index: Int) -> String {
        let points = series[index].points.map { "\(one(place(x: $0.x))) \(one(place(y: $0.y)))" }
        let dash = Self.dashes[index].isEmpty ? "" : " stroke-dasharray=\"\(Self.dashes[index])\""
        return "<path class=\"line s\(index)\"\(dash) d=\"M\(points.joined(separator: "L"))\"/>"
    }

    private func bars(_ index: Int) -> String {
        let group = (Self.right - Self.left) / Double(xTicks.count) * 0.7
        let width = group / Double(series.count)
        return series[index].points.map { point in
            let x = place(x: point.x) - group / 2 + Double(index) * width
            let y = place(y: point.y)
            let size = "width=\"\(one(width - 2))\" height=\"\(one(Self.bottom - y))\""
            return "<rect class=\"bar s\(index)\" x=\"\(one(x))\" y=\"\(one(y))\" \(size)/>"
        }.joined(separator: "\n")
    }

    private var legend: [String] {
        var x = Self.right
        return series.indices.reversed().flatMap { index -> [String] in
            // About 7 units a letter; the texts are set from the right.
            x -= Double(series[index].name.count) * 7 + 16
            let dash = Self.dashes[index].isEmpty ? "" : " stroke-dasharray=\"\(Self.dashes[index])\""
            let mark =
                shape == .lines
                ? "<path class=\"line s\(index)\"\(dash) d=\"M\(one(x - 24)) 42H\(one(x - 4))\"/>"
                : "<rect class=\"bar s\(index)\" x=\"\(one(x - 16))\" y=\"36\" width=\"12\" height=\"12\"/>"
            defer { x -= 30 }
            return [mark, text(series[index].name, x: x, y: 46, anchor: "start")]
        }
    }

    private func place(x: Double) -> Double {
        let (low, high) = (xTicks.first!, xTicks.last!)
        let inset = shape == .bars ? (Self.right - Self.left) / Double(xTicks.count) / 2 : 0
        let share = isLogarithmic ? log(x / low) / log(high / low) : (x - low) / (high - low)
        return Self.left + inset + share * (Self.right - Self.left - 2 * inset)
    }

    private func place(y: Double) -> Double {
        let (low, high) = (yTicks.first!, yTicks.last!)
        return Self.bottom - (min(y, high) - low) / (high - low) * (Self.bottom - Self.top)
    }

    private func text(_ text: String, x: Double, y: Double, anchor: String) -> String {
        "<text x=\"\(one(x))\" y=\"\(one(y))\" text-anchor=\"\(anchor)\">\(text)</text>"
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\((value * 1_000).rounded() / 1_000)"
    }

    private func one(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
