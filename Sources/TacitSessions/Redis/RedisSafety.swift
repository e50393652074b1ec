/// Whether a Redis keeps what must vanish: judged by what it says of itself.
struct RedisSafety {
    /// `CONFIG GET` of what is in ``settings``; empty where its access list forbids to ask.
    var settings: [String: String] = [:]
    /// `INFO` of persistence and replication.
    var information: [String: String] = [:]

    static let settings = ["save", "appendonly", "maxmemory-policy"]
    static let sections = ["persistence", "replication"]

    /// The lines of an answer to `INFO`.
    mutating func add(information text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            information[String(line[..<colon])] = String(line[line.index(after: colon)...])
        }
    }

    /// Why no session may be put there; none where all is as it should be.
    var objections: [String] {
        var objections: [String] = []
        if settings["appendonly"] == "yes" || information["aof_enabled"] == "1" {
            objections.append("Redis writes every change to a disk; set `appendonly no`")
        }
        if let save = settings["save"], !save.isEmpty {
            objections.append("Redis writes snapshots to a disk; set `save \"\"`")
        }
        if information["rdb_bgsave_in_progress"] == "1" || information["rdb_saves"].flatMap({ Int($0) }) ?? 0 > 0 {
            objections.append(
                "Redis has written a snapshot to a disk since it was started; delete the file and start Redis anew")
        }
        if let role = information["role"], role != "master" {
            objections.append("this Redis is a replica; name a server that has none and is none")
        }
        if information["connected_slaves"].flatMap({ Int($0) }) ?? 0 > 0 {
            objections.append("Redis copies what it holds to replicas; sessions have one place alone")
        }
        if let policy = settings["maxmemory-policy"], policy != "noeviction" {
            objections.append("Redis drops sessions when it is full; set `maxmemory-policy noeviction`")
        }
        guard Self.settings.allSatisfy({ settings[$0] != nil }), information["aof_enabled"] != nil,
            information["role"] != nil
        else {
            return objections + [
                """
                Redis does not say whether it writes to a disk; its access list must allow `+config|get` and `+info`: \
                docs/sessions.md has the line
                """
            ]
        }
        return objections
    }
}

extension RedisSafety {
    /// What Redis is asked.
    static var questions: [RedisCommand] {
        settings.map { RedisCommand("CONFIG", "GET", $0) } + sections.map { RedisCommand("INFO", $0) }
    }

    /// - Parameter answers: to ``questions``.
    init(_ answers: [RESPValue]) {
        self.init()
        for (answer, name) in zip(answers, Self.settings) { settings[name] = answer.pairs[name] }
        for answer in answers.dropFirst(Self.settings.count) {
            if let text = answer.string { add(information: text) }
        }
    }
}
