#ifdef __linux__
#define _GNU_SOURCE
#endif
#include "CTacitSystem.h"

#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

int tacit_forbid_core_dumps(void) {
    struct rlimit none = {0, 0};
    int agreed = setrlimit(RLIMIT_CORE, &none) == 0;
#ifdef __linux__
    agreed = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && agreed;
#endif
    return agreed;
}

uint64_t tacit_allow_descriptors(uint64_t wanted) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
    if (limit.rlim_cur < wanted) {
        struct rlimit raised = limit;
        raised.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
    }
    return limit.rlim_cur;
}

void tacit_close_from(posix_spawn_file_actions_t *actions, int first) {
#ifdef __GLIBC__
    posix_spawn_file_actions_addclosefrom_np(actions, first);
#else
    /* musl closes one at a time, and does not mind where there is none; this program has few. */
    for (int number = first; number < 256; number++) posix_spawn_file_actions_addclose(actions, number);
#endif
}

void tacit_name_process(const char *name) {
#ifdef __linux__
    prctl(PR_SET_NAME, name, 0, 0, 0);
#else
    (void)name;
#endif
}

int tacit_is_same_file(int descriptor, int other) {
    struct stat first, second;
    if (fstat(descriptor, &first) != 0 || fstat(other, &second) != 0) return 0;
    return S_ISREG(first.st_mode) && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

int64_t tacit_file_size(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode) ? -1 : status.st_size;
}
