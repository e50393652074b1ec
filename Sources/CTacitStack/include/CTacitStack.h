#pragma once

/* Overwrites what calls that have returned have left below the caller's frame, 128 KiB of it. */
void tacit_wipe_stack(void);
