#pragma once

#include <spawn.h>
#include <stddef.h>
#include <stdint.h>

/* Forbids this process to leave a core file, so that a crash does not write to a disk what was in memory. On Linux its memory
   can't be read by other processes of the same user either, root's apart. Answers whether the system agreed. */
int tacit_forbid_core_dumps(void);

/* Has the system let this process have so many descriptors open, as far as it may say so itself. Answers how many they are then, 0
   where that can't be told. */
uint64_t tacit_allow_descriptors(uint64_t wanted);

/* While it is on, memory of more than about a kilobyte that any thread frees is overwritten. With glibc alone; elsewhere nothing
   happens. */
void tacit_wipe_freed(int on);

/* Names the calling thread, and with the first one the process, as lists of processes show it; 15 bytes at most. Where the system
   has no such names, nothing happens. */
void tacit_name_process(const char *name);

/* Has a program that is started find no descriptor open from this number on; from 256 on that is promised with glibc alone. */
void tacit_close_from(posix_spawn_file_actions_t *actions, int first);

/* Whether both are the same regular file. */
int tacit_is_same_file(int descriptor, int other);

/* How many bytes are in the file behind a descriptor; -1 where it is a folder, or where the system can't tell. */
int64_t tacit_file_size(int descriptor);

/* The calls below close a process against the outside, for good: nothing opens it again, and what it executes stays closed
   too. They answer 0, or the number of the error for which nothing was closed; ENOSYS where the system has no such thing. */

/* From now on no thread of this process gets a socket but, where `local` is not 0, of the family AF_UNIX, and, where `streams` is
   not 0, TCP sockets that connect. Pairs of sockets that are connected to each other are left alone. What is asked for beyond that fails with EACCES, and so do the ways round a refused socket. */
int tacit_deny_sockets(int streams, int local);

/* The version of Landlock that the kernel has; 0 where it has none. Ports can be limited from 4 on. */
int tacit_landlock_version(void);

/* From now on TCP connects to the given ports alone and listens at none. Where `readable` is not NULL, files are written nowhere
   but to /dev/null, and read only where they lie below one of its paths; a path that is not there is left out. Where `scoped` is
   not 0 and the kernel knows how (version 6), it reaches no abstract socket and signals no process but of its own and what it starts.
   `everywhere` is set to whether that holds for all threads of this process; else it holds for the one that calls, and for what it starts. */
int tacit_limit_ports_and_files(
    const uint16_t *ports, size_t port_count, const char *const *readable, size_t readable_count, int scoped,
    int *everywhere);

/* Ways out of this process, to be tried. */
enum tacit_way {
    tacit_way_tcp,
    tacit_way_tcp6,
    tacit_way_udp,
    tacit_way_fast_open,
    tacit_way_raw,
    tacit_way_packet,
    tacit_way_netlink,
    tacit_way_multipath,
    tacit_way_ring,
};

/* Tries one, without waiting, to an address that is nobody's: 192.0.2.1 or 2001:db8::1. 0 where it was open, else the number of
   the error. */
int tacit_try_way(enum tacit_way way, uint16_t port);

/* From now on Ctrl-C, a terminal that closes and SIGTERM make the descriptor that is returned readable, and end nothing by
   themselves. -1 where there are no descriptors left. */
int tacit_stop_descriptor(void);

/* Gives the memory back that holds the code of this program. What runs on is read again from the file's pages as it is needed, so
   a process that sleeps for long holds little more than its data. */
void tacit_give_back_code(void);
