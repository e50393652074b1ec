#pragma once

/* Forbids this process to leave a core file, so that a crash does not write to a disk what was in memory. On Linux its memory
   can't be read by other processes of the same user either, root's apart. Answers whether the system agreed. */
int tacit_forbid_core_dumps(void);
