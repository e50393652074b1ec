#pragma once
#include <zlib.h>

/* The inflateInit2 macro is not visible to Swift. `windowBits` 47 reads gzip and zlib alike. */
static inline int tacit_inflate_begin(z_stream *stream, int windowBits) {
    return inflateInit2(stream, windowBits);
}
