import CTacitSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that was started: it has the descriptors that it was given and no other, no blocked signal, and the leadership of a
/// group of processes, so that all that it starts can be ended with it.
package struct ChildProcess: Sendable {
    package let identifier: Int32

    /// Standard input and output; `nil` is /dev/null. What it writes to standard error is dropped, where it is not inherited.
    package struct Channels: Sendable {
        package var input: Int32?
        package var output: Int32?
        package var inheritsErrors: Bool

        package init(input: Int32? = nil, output: Int32? = nil, inheritsErrors: Bool = false) {
            self.input = input
            self.output = output
            self.inheritsErrors = inheritsErrors
        }
    }

    /// `nil` where there is no such program, or no room for a process.
    ///
    /// - Parameter name: By what name the program is called, where that is not its path.
    package init?(
        _ program: String, _ arguments: [String], named name: String? = nil, environment: [String: String],
        channels: Channels = Channels()
    ) {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        Self.direct(channels.input, to: STDIN_FILENO, O_RDONLY, &actions)
        Self.direct(channels.output, to: STDOUT_FILENO, O_WRONLY, &actions)
        if !channels.inheritsErrors { Self.direct(nil, to: STDERR_FILENO, O_WRONLY, &actions) }
        Self.restrict(&actions, &attributes)

        var argv = ([name ?? program] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var identifier = pid_t()
        guard posix_spawn(&identifier, program, &actions, &attributes, &argv, &envp) == 0 else { return nil }
        self.identifier = identifier
    }

    #if canImport(Darwin)
        private typealias Actions = posix_spawn_file_actions_t?
        private typealias Attributes = posix_spawnattr_t?
    #else
        private typealias Actions = posix_spawn_file_actions_t
        private typealias Attributes = posix_spawnattr_t
    #endif

    private static func direct(_ source: Int32?, to target: Int32, _ mode: Int32, _ actions: inout Actions) {
        if let source {
            posix_spawn_file_actions_adddup2(&actions, source, target)
        } else {
            posix_spawn_file_actions_addopen(&actions, target, "/dev/null", mode, 0)
        }
    }

    private static func restrict(_ actions: inout Actions, _ attributes: inout Attributes) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        #if canImport(Darwin)
            flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            tacit_close_from(&actions, STDERR_FILENO + 1)
        #endif
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    package enum End: Sendable, Hashable {
        case code(Int32)
        case signal(Int32)
    }

    /// How it ended; `nil` while it runs. Once this has answered, the process is gone and must not be asked of again.
    ///
    /// What it left running in its group is killed.
    package func ended() -> End? {
        var info = siginfo_t()
        // Looked at without taking it, because until it is taken nobody else gets its number, which is the group's too.
        guard waitid(P_PID, id_t(identifier), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return .signal(0) }
        guard info.si_signo != 0 else { return nil }
        kill(-identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? .code((status >> 8) & 0xFF) : .signal(status & 0x7F)
    }

    /// Ends it and all of its group at once; ``ended()`` still has to be asked.
    package func end() { kill(-identifier, SIGKILL) }

    /// Ends it, and waits for the moment that the system takes for that.
    package func endAndWait() {
        end()
        while ended() == nil { usleep(1000) }
    }

    /// Names this process, as lists of processes show it: one that was started as /proc/self/exe would be `exe`.
    package static func name(_ name: String) { tacit_name_process(name) }
}
