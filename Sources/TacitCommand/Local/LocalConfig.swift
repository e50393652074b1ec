import ArgumentParser
import TacitLocal
import TacitSeal

struct LocalConfig: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Check local.yaml, or write a sample of it to begin with.")

    @OptionGroup var options: LocalOptions
    @Flag(help: "Write the sample where there is no local.yaml yet.") var sample = false

    func run() throws {
        let folder = try options.path()
        let path = folder + "/local.yaml"
        if sample {
            guard !Files.exist(path) else { throw Failure("\(path) is there already; it was left alone.") }
            try Failure.of {
                try Files.makeFolder(folder)
                try Files.replace(path, with: Array(Self.text.utf8))
            }
            return print("Wrote \(path). Edit it, then start the monitor again.")
        }
        let configuration = try options.configuration(warn: Terminal.say)
        print(
            Files.exist(path)
                ? "\(path): no faults; \(Self.count(configuration.services.count, "service")), "
                    + Self.count(configuration.levels.count, "level")
                : "There is no \(path): the defaults hold. `tacit local config --sample` writes one to begin with.")
    }

    private static func count(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

    static let text = """
        # What you declare of your system. Every line may go; `tacit local config` checks the file.

        round: 60s            # how often it looks
        disk: /               # the file system that is watched
        limit: 1GB            # all files together; the oldest go first
        port: 4330            # the page, on loopback only

        thresholds:           # percent; only crossing them is written down
          cpu: 90
          memory: 90
          disk: 90

        # An address or localhost, because looking up a name would ask a server you did not declare.
        services: []
        #  - name: home-db
        #    postgres: 127.0.0.1:5432
        #    slow: 200ms      # from here on its response time is written down
        #    timeout: 2s      # from here on it is down
        #    critical: true   # without it the system is critical, not degraded
        #  - name: web
        #    http: https://127.0.0.1:8443/health
        #    certificates: /etc/ssl/private-ca.pem
        #  - name: cache
        #    redis: 127.0.0.1:6379
        #  - name: graph
        #    bolt: 127.0.0.1:7687
        #  - name: mail
        #    tls: 127.0.0.1:993
        #  - name: sync
        #    process: syncthing
        #  - name: timer
        #    systemd: backup.timer
        #  - name: backup
        #    command: [/usr/local/bin/backup-is-fresh]
        #    reads: [/var/backups]   # beside the system's own files; it can write nothing, and reach no network

        # Any number from 0 to 1 that means something to you. Programs may also give it themselves:
        # tacit local record level consciousness 0.82
        levels:
          - name: consciousness
            functional: 0.3   # below this the system is degraded
            window: 24h       # over which its evolution is judged
        #    file: /run/mind/level

        alerts:
          raise_after: 2      # rounds in a row
          clear_after: 2
          desktop: false      # notify-send, where it is installed
        #  quiet_hours: "22:00-07:00"
        #  command: [/usr/local/bin/on-alert]

        """
}
