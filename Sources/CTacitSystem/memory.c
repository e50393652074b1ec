#include "CTacitSystem.h"

#ifdef __GLIBC__
#include <malloc.h>

void tacit_wipe_freed(int on) { mallopt(M_PERTURB, on ? 0x5a : 0); }
#else
void tacit_wipe_freed(int on) { (void)on; }
#endif

#ifdef __linux__
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

void tacit_give_back_code(void) {
    FILE *maps = fopen("/proc/self/maps", "re");
    char line[512];
    unsigned long start, end;
    char mode[5];
    if (!maps) return;
    while (fgets(line, sizeof line, maps)) {
        /* Code is private, backed by its file and never written: what is dropped is read again from the file's pages in memory. */
        if (sscanf(line, "%lx-%lx %4s", &start, &end, mode) == 3 && strcmp(mode, "r-xp") == 0 && strchr(line, '/'))
            madvise((void *)start, end - start, MADV_DONTNEED);
    }
    fclose(maps);
}
#else
void tacit_give_back_code(void) {}
#endif
