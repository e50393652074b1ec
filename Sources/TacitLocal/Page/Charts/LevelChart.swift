import TacitPages

/// A level over its whole time: its points as a line from 0 to 1, and the window over which its evolution was judged.
struct LevelChart {
    let level: Picture.Level

    var html: HTML {
        HTML(verbatim: draw(.init(name: "wide", width: 1040, height: 240, margin: (14, 12, 30, 40), ticks: (12, 4))))
            + HTML(
                verbatim: draw(.init(name: "narrow", width: 400, height: 220, margin: (14, 10, 28, 36), ticks: (5, 4))))
    }

    /// Neighbours with no gap between them: where nothing was written for much longer than usual, the line breaks.
    static func runs(_ points: [Picture.LevelPoint]) -> [[Picture.LevelPoint]] {
        let steps = zip(points, points.dropFirst()).map { $1.timestamp - $0.timestamp }.sorted()
        guard !steps.isEmpty else { return points.isEmpty ? [] : [points] }
        let usual = max(1, steps[steps.count / 2])
        var runs: [[Picture.LevelPoint]] = []
        for point in points {
            if let last = runs.last?.last, point.timestamp - last.timestamp <= 4 * usual {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs
    }

    private func draw(_ size: ChartSize) -> String {
        guard let first = level.points.first?.timestamp else { return "" }
        let last = max(level.points.last?.timestamp ?? first, level.last.timestamp)
        let plot = size.plot
        let y = Scale(covering: [0, 1], to: (plot.bottom, plot.top), ticks: size.ticks.y)
        func x(_ moment: Moment) -> Double {
            let share = Double(moment - first) / Double(max(1, last - first))
            return plot.left + min(1, max(0, share)) * (plot.right - plot.left)
        }
        func place(_ point: Picture.LevelPoint) -> String {
            "\(Drawing.number(x(point.timestamp))) \(Drawing.number(y(point.level)))"
        }
        var drawing = Drawing()
        let begin = x(level.last.timestamp - level.last.windowSeconds)
        drawing.rectangle(
            "window", x: begin, y: plot.top, width: x(level.last.timestamp) - begin, height: plot.bottom - plot.top)
        drawing.axis(y, unit: "", size: size)
        for tick in TimeTicks.between(first.seconds, last.seconds, window: 60, atMost: size.ticks.x) {
            let position = x(Moment(seconds: tick.time))
            drawing.line("tick", x1: position, y1: plot.bottom, x2: position, y2: plot.bottom + 4)
            guard position > plot.left + 4, position < plot.right - 12 else { continue }
            drawing.text("label middle", tick.label, x: position, y: plot.bottom + 19)
        }
        for run in Self.runs(level.points) {
            if run.count > 1 {
                drawing.path("line", "M" + run.map(place).joined(separator: "L"))
            } else if let point = run.first {
                drawing.circle("dot", x: x(point.timestamp), y: y(point.level), radius: 2)
            }
        }
        drawing.circle("dot", x: x(level.last.timestamp), y: y(level.last.level), radius: 4)
        return drawing.svg(
            "chart \(size.name)", width: size.width, height: size.height,
            title: "\(level.name) from \(Words.minute(first)) to \(Words.minute(last))",
            description: "\(level.last.evolutionSentence) The last level is \(Words.level(level.last.level)).")
    }
}
