#pragma once
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

/* zlib's stream behind functions that take plain numbers: other C modules of a program include zlib.h too, and Swift can't
   tell whose members it would use. */

typedef struct {
    z_stream stream;
} tacit_inflation;

typedef enum {
    TACIT_INFLATION_GOES_ON,
    TACIT_INFLATION_ENDED,
    TACIT_INFLATION_FAILED,
} tacit_inflation_state;

/* Begins to read `count` bytes, fewer than 4 GiB, that stay where they are until the end. A `windowBits` of 47 reads gzip and
   zlib alike, -15 reads deflate without a header. */
static inline int tacit_inflation_begin(tacit_inflation *inflation, const void *bytes, size_t count, int windowBits) {
    inflation->stream = (z_stream){0};
    /* zlib only reads there; the member is not const for historical reasons. */
    inflation->stream.next_in = (Bytef *)bytes;
    inflation->stream.avail_in = (uInt)count;
    return inflateInit2(&inflation->stream, windowBits) == Z_OK;
}

/* Writes at most `room` bytes, fewer than 4 GiB, and says how many. */
static inline tacit_inflation_state tacit_inflation_step(
    tacit_inflation *inflation, void *output, size_t room, size_t *written) {
    inflation->stream.next_out = (Bytef *)output;
    inflation->stream.avail_out = (uInt)room;
    int status = inflate(&inflation->stream, Z_NO_FLUSH);
    *written = room - inflation->stream.avail_out;
    if (status == Z_STREAM_END) { return TACIT_INFLATION_ENDED; }
    if (status == Z_OK && (inflation->stream.avail_out == 0 || *written > 0)) { return TACIT_INFLATION_GOES_ON; }
    return TACIT_INFLATION_FAILED;
}

/* Goes on with a further gzip member, if there are bytes left. */
static inline int tacit_inflation_next_member(tacit_inflation *inflation) {
    return inflation->stream.avail_in > 0 && inflateReset(&inflation->stream) == Z_OK;
}

static inline void tacit_inflation_end(tacit_inflation *inflation) {
    inflateEnd(&inflation->stream);
}

/* The most bytes that `tacit_gzip` writes for `count`. */
static inline size_t tacit_gzip_bound(size_t count) { return compressBound(count) + 32; }

/* Compresses `count` bytes, fewer than 4 GiB, as one gzip member; how many bytes it has, 0 where `room` is too small. */
static inline size_t tacit_gzip(const void *bytes, size_t count, void *output, size_t room) {
    z_stream stream = {0};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK) { return 0; }
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = (Bytef *)output;
    stream.avail_out = (uInt)room;
    int status = deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return status == Z_STREAM_END ? room - stream.avail_out : 0;
}
