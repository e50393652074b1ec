#pragma once

/* Programs that are linked with this overwrite everything that they free, with glibc. There is nothing to call. */
