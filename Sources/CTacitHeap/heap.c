#include "CTacitHeap.h"

#include <stdint.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TACIT_SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(TACIT_SANITIZED)
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* Requests pass through buffers of the network library, of TLS and of the runtime, which free them as they are: what somebody
   sent would lie in free memory until something else happens to be put there. These take the place of the C library's functions for
   the whole program, and hand everything on to it. */

extern void __libc_free(void *memory);

/* The size that the allocator keeps before each piece, and in its low bits what kind of piece it is. */
static size_t header(const void *memory) { return ((const size_t *)memory)[-1]; }

/* Of a mapping of its own: the system takes it back, and gives it to nobody as it is. */
static int is_mapped(size_t header) { return (header & 2) != 0; }

static void wipe(void *memory, size_t count) {
    memset(memory, 0, count);
    /* The compiler may not leave it out. */
    __asm__ volatile("" : : "r"(memory) : "memory");
}

#ifdef DEBUG
static int keeps_freed;
void tacit_insecure_keep_freed(void) { keeps_freed = 1; }
#else
enum { keeps_freed = 0 };
#endif

void free(void *memory) {
    if (!memory) return;
    int error = errno;
    size_t size = header(memory);
    /* All of the piece but its header: as much as `malloc_usable_size` says. */
    if (!is_mapped(size) && !keeps_freed) wipe(memory, (size & ~(size_t)7) - sizeof(size_t));
    __libc_free(memory);
    errno = error;
}

/* Where it stays, it stays; where it moves, what it leaves is wiped. */
void *realloc(void *memory, size_t count) {
    if (!memory) return malloc(count);
    if (count == 0) {
        free(memory);
        return NULL;
    }
    size_t room = malloc_usable_size(memory);
    if (count <= room && count >= room / 2) return memory;
    void *other = malloc(count);
    if (!other) return NULL;
    memcpy(other, memory, count < room ? count : room);
    free(memory);
    return other;
}
#elif defined(DEBUG)
void tacit_insecure_keep_freed(void) {}
#endif
