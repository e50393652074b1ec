#include "CTacitSystem.h"

#include <sys/resource.h>
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
