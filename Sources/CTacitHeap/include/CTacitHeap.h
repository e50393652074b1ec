#pragma once

/* Programs that are linked with this overwrite everything that they free, with glibc. There is nothing to call for it. */

/* Insecure: has what is freed from now on stay as it is, so that it is seen that a drill notices. Debug builds alone have it. */
void tacit_insecure_keep_freed(void);
