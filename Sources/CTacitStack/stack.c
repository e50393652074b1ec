#include "CTacitStack.h"

#include <string.h>

__attribute__((noinline)) void tacit_wipe_stack(void) {
    char room[128 << 10];
    memset(room, 0, sizeof room);
    /* The compiler may not leave it out. */
    __asm__ volatile("" : : "r"(room) : "memory");
}
