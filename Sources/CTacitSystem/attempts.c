#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "CTacitSystem.h"

#include <errno.h>

#ifdef __linux__

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The name of a protocol that older headers lack, and of a call. */
enum { multipath_tcp = 262, call_io_uring_setup = 425 };

/* What lies at the other end. */
static socklen_t target(int family, uint16_t port, struct sockaddr_storage *address) {
    *address = (struct sockaddr_storage){.ss_family = (sa_family_t)family};
    if (family == AF_INET6) {
        struct sockaddr_in6 *six = (struct sockaddr_in6 *)address;
        six->sin6_port = htons(port);
        inet_pton(AF_INET6, "2001:db8::1", &six->sin6_addr);
        return sizeof(*six);
    }
    struct sockaddr_in *four = (struct sockaddr_in *)address;
    four->sin_port = htons(port);
    inet_pton(AF_INET, "192.0.2.1", &four->sin_addr);
    return sizeof(*four);
}

static int try_socket(int family, int kind, int protocol, uint16_t port, int flags) {
    int made = socket(family, kind | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol);
    if (made < 0) return errno;
    int fault = 0;
    if (port != 0) {
        struct sockaddr_storage address;
        socklen_t size = target(family, port, &address);
        long answer = kind == SOCK_DGRAM || flags != 0
            ? sendto(made, "", 1, flags | MSG_NOSIGNAL, (struct sockaddr *)&address, size)
            : connect(made, (struct sockaddr *)&address, size);
        /* What is under way went out. */
        if (answer < 0 && errno != EINPROGRESS) fault = errno;
    }
    close(made);
    return fault;
}

static int try_ring(void) {
    char parameters[120] = {0};
    long ring = syscall(call_io_uring_setup, 1, parameters);
    if (ring < 0) return errno;
    close((int)ring);
    return 0;
}

int tacit_try_way(enum tacit_way way, uint16_t port) {
    switch (way) {
    case tacit_way_tcp: return try_socket(AF_INET, SOCK_STREAM, 0, port, 0);
    case tacit_way_tcp6: return try_socket(AF_INET6, SOCK_STREAM, 0, port, 0);
    case tacit_way_udp: return try_socket(AF_INET, SOCK_DGRAM, 0, port, 0);
    case tacit_way_fast_open: return try_socket(AF_INET, SOCK_STREAM, 0, port, MSG_FASTOPEN);
    case tacit_way_raw: return try_socket(AF_INET, SOCK_RAW, IPPROTO_ICMP, 0, 0);
    case tacit_way_packet: return try_socket(AF_PACKET, SOCK_RAW, 0, 0, 0);
    case tacit_way_netlink: return try_socket(AF_NETLINK, SOCK_RAW, 0, 0, 0);
    case tacit_way_multipath: return try_socket(AF_INET, SOCK_STREAM, multipath_tcp, 0, 0);
    case tacit_way_ring: return try_ring();
    }
    return EINVAL;
}

#else

int tacit_try_way(enum tacit_way way, uint16_t port) {
    (void)way, (void)port;
    return ENOSYS;
}

#endif
