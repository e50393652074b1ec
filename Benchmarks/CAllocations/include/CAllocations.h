#pragma once

/* How many times memory was allocated by this process so far. */
long tacit_allocations(void);
