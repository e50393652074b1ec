/// What is claimed of a Redis.
struct RedisChecks {
    var reachable = Verification.Check(
        "redis.reachable", "The Redis of the sessions can be looked at as it is configured.", things: "servers")
    var persistence = Verification.Check(
        "redis.persistence", "Redis keeps nothing on a disk, drops nothing and copies nothing.", things: "servers")
    var known = Verification.Check(
        "redis.known", "Under the sessions' prefix there are sessions, and nothing else.", things: "keys")
    var expiry = Verification.Check(
        "redis.expiry", "Every session in Redis ends by itself, at the time that it was made for.", things: "keys")
    var sealed = Verification.Check(
        "redis.sealed", "What lies in Redis can't be read without the sessions' tokens.", things: "bytes")

    var all: [Verification.Check] { [reachable, persistence, known, expiry, sealed] }
}
