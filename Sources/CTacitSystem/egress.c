#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "CTacitSystem.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Numbers that older headers lack; they are the same on both architectures. */
enum {
    call_io_uring_setup = 425,
    call_io_uring_enter = 426,
    call_io_uring_register = 427,
    call_pidfd_getfd = 438,
    call_landlock_create_ruleset = 444,
    call_landlock_add_rule = 445,
    call_landlock_restrict_self = 446,
};

#ifdef __x86_64__
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define LOAD(place) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, place)
/* The low half of an argument: all that the kernel looks at where it takes an int. Both architectures are little-endian. */
#define LOAD_ARGUMENT(number) LOAD(offsetof(struct seccomp_data, args) + 8 * (number))
#define KEEP_BITS(mask) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask)
/* Runs the next instruction where the condition holds, and else the one behind it. */
#define IF_EQUAL(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1)
#define UNLESS_EQUAL(value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0)
#define IF_BIT(value) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, value, 0, 1)
/* Skips `count` instructions unless the value is this one. */
#define UNLESS_EQUAL_SKIP(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count)

static const struct sock_filter beginning[] = {
    /* Calls of another architecture have other numbers, so none of them is told apart. */
    LOAD(offsetof(struct seccomp_data, arch)), UNLESS_EQUAL(ARCHITECTURE), REFUSE,
    LOAD(offsetof(struct seccomp_data, nr)),
#ifdef __x86_64__
    /* The x32 calls, which share the architecture and have this bit. */
    IF_BIT(0x40000000), REFUSE,
#endif
    /* A ring opens sockets past this filter; the others take the sockets of another process, or its place. */
    IF_EQUAL(call_io_uring_setup), REFUSE, IF_EQUAL(call_io_uring_enter), REFUSE,
    IF_EQUAL(call_io_uring_register), REFUSE, IF_EQUAL(call_pidfd_getfd), REFUSE, IF_EQUAL(__NR_ptrace), REFUSE,
    IF_EQUAL(__NR_process_vm_writev), REFUSE, IF_EQUAL(__NR_bpf), REFUSE,
    /* Sending with this flag connects, and Landlock is not asked. */
    UNLESS_EQUAL_SKIP(__NR_sendto, 3), LOAD_ARGUMENT(3), IF_BIT(MSG_FASTOPEN), REFUSE,
    LOAD(offsetof(struct seccomp_data, nr)),
    UNLESS_EQUAL_SKIP(__NR_sendmsg, 3), LOAD_ARGUMENT(2), IF_BIT(MSG_FASTOPEN), REFUSE,
    LOAD(offsetof(struct seccomp_data, nr)),
    UNLESS_EQUAL_SKIP(__NR_sendmmsg, 3), LOAD_ARGUMENT(3), IF_BIT(MSG_FASTOPEN), REFUSE,
    LOAD(offsetof(struct seccomp_data, nr)),
};

/* What comes behind it finds the family of a socket that is asked for. */
static const struct sock_filter sockets[] = {
    IF_EQUAL(__NR_socket), BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0), ALLOW, LOAD_ARGUMENT(0),
};

static const struct sock_filter no_listening[] = {IF_EQUAL(__NR_listen), REFUSE};

static const struct sock_filter local_sockets[] = {IF_EQUAL(AF_UNIX), ALLOW};

static const struct sock_filter none[] = {REFUSE};

static const struct sock_filter streams_only[] = {
    /* Past the refusal, either of them. */
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 2, 0), UNLESS_EQUAL(AF_INET6), REFUSE,
    LOAD_ARGUMENT(1), KEEP_BITS(~(uint32_t)(SOCK_CLOEXEC | SOCK_NONBLOCK)), UNLESS_EQUAL(SOCK_STREAM), REFUSE,
    /* No protocol beside TCP: MPTCP is one that Landlock does not look at. */
    LOAD_ARGUMENT(2), IF_EQUAL(0), ALLOW, IF_EQUAL(IPPROTO_TCP), ALLOW, REFUSE,
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ADD(part) for (size_t i = 0; i < COUNT(part); i++) filter[count++] = (part)[i]

int tacit_deny_sockets(int streams, int local) {
    struct sock_filter filter
        [COUNT(beginning) + COUNT(no_listening) + COUNT(sockets) + COUNT(local_sockets) + COUNT(streams_only)];
    size_t count = 0;
    ADD(beginning);
    if (streams) ADD(no_listening);
    ADD(sockets);
    if (local) ADD(local_sockets);
    if (streams) {
        ADD(streams_only);
    } else {
        ADD(none);
    }
    struct sock_fprog program = {.len = (unsigned short)count, .filter = filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
    long answer = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
    if (answer < 0) return errno;
    /* Above 0 it is the thread that could not be brought along; then none was. */
    return answer == 0 ? 0 : EAGAIN;
}

/* From linux/landlock.h, of which the installed version may be older than the kernel. */
struct ruleset_attributes {
    uint64_t files;
    uint64_t network;
    uint64_t scopes;
};
struct files_below {
    uint64_t allowed;
    int32_t folder;
} __attribute__((packed));
struct port_rule {
    uint64_t allowed;
    uint64_t port;
};
enum {
    ruleset_version = 1,
    rule_files = 1,
    rule_port = 2,
    bind_tcp = 1,
    connect_tcp = 2,
    write_file = 1 << 1,
    read_file = 1 << 2,
    read_folder = 1 << 3,
    all_threads = 1 << 3,
    scope_abstract_sockets = 1 << 0,
    scope_signals = 1 << 1,
};

/* What this version knows of files; executing is left alone: what is executed is closed as well. */
static uint64_t file_rights(int version) {
    int bits = version >= 5 ? 16 : version >= 3 ? 15 : version == 2 ? 14 : 13;
    return (((uint64_t)1 << bits) - 1) & ~(uint64_t)1;
}

int tacit_landlock_version(void) {
    long version = syscall(call_landlock_create_ruleset, NULL, 0, ruleset_version);
    return version > 0 ? (int)version : 0;
}

static int allow_files(int rules, const char *path, uint64_t rights) {
    int place = open(path, O_PATH | O_CLOEXEC);
    if (place < 0) return 0;
    struct stat status;
    if (fstat(place, &status) == 0 && !S_ISDIR(status.st_mode)) rights &= read_file | write_file;
    struct files_below rule = {.allowed = rights, .folder = place};
    int fault = syscall(call_landlock_add_rule, rules, rule_files, &rule, 0) == 0 ? 0 : errno;
    close(place);
    return fault;
}

/* Whether the calling thread is the only one; where that can't be seen, it is not. */
static int is_alone(void) {
    DIR *threads = opendir("/proc/self/task");
    if (!threads) return 0;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(threads));) count += entry->d_name[0] != '.';
    closedir(threads);
    return count == 1;
}

int tacit_limit_ports_and_files(
    const uint16_t *ports, size_t port_count, const char *const *readable, size_t readable_count, int scoped,
    int *everywhere
) {
    int version = tacit_landlock_version();
    struct ruleset_attributes attributes = {0, 0, 0};
    if (version == 0 || (version < 4 && !readable)) return ENOSYS;
    if (readable) attributes.files = file_rights(version);
    if (version >= 4) attributes.network = bind_tcp | connect_tcp;
    if (version >= 6 && scoped) attributes.scopes = scope_abstract_sockets | scope_signals;
    /* Older kernels know the beginning of it alone. */
    size_t size = version >= 6 ? sizeof(attributes)
        : version >= 4         ? offsetof(struct ruleset_attributes, scopes)
                               : offsetof(struct ruleset_attributes, network);
    long made = syscall(call_landlock_create_ruleset, &attributes, size, 0);
    if (made < 0) return errno;
    int rules = (int)made, fault = 0;
    for (size_t i = 0; version >= 4 && i < port_count && !fault; i++) {
        struct port_rule rule = {.allowed = connect_tcp, .port = ports[i]};
        if (syscall(call_landlock_add_rule, rules, rule_port, &rule, 0) != 0) fault = errno;
    }
    for (size_t i = 0; readable && i < readable_count && !fault; i++)
        fault = allow_files(rules, readable[i], read_file | read_folder);
    if (readable && !fault) fault = allow_files(rules, "/dev/null", read_file | write_file);
    if (!fault && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fault = errno;
    if (!fault) {
        *everywhere = is_alone();
        /* From version 8 on all threads can be limited at once. */
        if (version >= 8 && syscall(call_landlock_restrict_self, rules, all_threads) == 0) {
            *everywhere = 1;
        } else if (syscall(call_landlock_restrict_self, rules, 0) != 0) {
            fault = errno;
        }
    }
    close(rules);
    return fault;
}

#else

int tacit_deny_sockets(int streams, int local) {
    (void)streams, (void)local;
    return ENOSYS;
}

int tacit_landlock_version(void) { return 0; }

int tacit_limit_ports_and_files(
    const uint16_t *ports, size_t port_count, const char *const *readable, size_t readable_count, int scoped,
    int *everywhere
) {
    (void)ports, (void)port_count, (void)readable, (void)readable_count, (void)scoped, (void)everywhere;
    return ENOSYS;
}

#endif
