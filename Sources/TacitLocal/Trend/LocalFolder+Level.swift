extension LocalFolder {
    /// A level as it will be written: judged over what the files hold of it and this value.
    package func status(of level: LocalConfiguration.Level, _ value: Double, at now: Moment) -> LevelStatus {
        let from = now - level.window
        var points = LevelHistories(self, at: now, from: from.day).points(of: level.name).filter {
            $0.timestamp <= now
        }
        points.append(Picture.LevelPoint(timestamp: now, level: value))
        let trend = LevelTrend(of: points, until: now, window: level.window)
        return LevelStatus(
            timestamp: now, name: level.name, level: value, evolution: trend.evolution, windowSeconds: trend.span,
            certainty: trend.certainty, functional: value >= level.functional)
    }
}
