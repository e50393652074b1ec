#ifndef BULK_H
#define BULK_H

#include <string.h>

#include "classes.h"

// Most of what looks like a number or a key is told apart by the bytes right beside it. That is done with bits, one a
// byte, for four blocks at a time and without a branch: what the next byte is can't be foreseen, and a wrong guess of
// the processor costs more than all of this.

typedef uint64_t lanes __attribute__((vector_size(32)));
enum { LANES_WIDE = 4 };

static INLINE void load_lanes(lanes *into, const uint64_t *from) { memcpy(into, from, sizeof *into); }
static INLINE void store_lanes(uint64_t *into, const lanes *from) { memcpy(into, from, sizeof *from); }

// Of four blocks from `k` on: a class where it is, and of the byte `by` places to the right, to the left. Macros, as
// shifts by a constant are single instructions.
#define HERE(field) ({ lanes here_; load_lanes(&here_, c->field + k); here_; })
#define RIGHT(field, by) ({ \
    lanes here_, next_; \
    load_lanes(&here_, c->field + k); \
    load_lanes(&next_, c->field + k + 1); \
    here_ >> (by) | next_ << (64 - (by)); })
#define LEFT(field, by) ({ \
    lanes here_, last_; \
    load_lanes(&here_, c->field + k); \
    load_lanes(&last_, c->field + k - 1); \
    here_ << (by) | last_ >> (64 - (by)); })
#define STORE(into, value) do { lanes value_ = (value); store_lanes(into, &value_); } while (0)

/// The beginnings of long runs of base64.
static INLINE void bulk_runs(const classes *c, size_t k, uint64_t *runs) {
    lanes b = HERE(base64), n;
    load_lanes(&n, c->base64 + k + 1);
    lanes starts = b & ~LEFT(base64, 1);
    // Doubling: runs of 2, 4, 8 and 16.
    lanes b2 = b & (b >> 1 | n << 63), n2 = n & n >> 1;
    lanes b4 = b2 & (b2 >> 2 | n2 << 62), n4 = n2 & n2 >> 2;
    lanes b8 = b4 & (b4 >> 4 | n4 << 60), n8 = n4 & n4 >> 4;
    STORE(runs, b8 & (b8 >> 8 | n8 << 56) & starts);
}

/// The first digits of the numbers that are long enough, or have letters where known ones have them.
static INLINE void bulk_numbers(const classes *c, size_t k, uint64_t *numbers_out) {
    lanes digit = HERE(digit), start = digit & ~LEFT(digit, 1);
    lanes d1 = RIGHT(digit, 1), d2 = RIGHT(digit, 2), d3 = RIGHT(digit, 3), d4 = RIGHT(digit, 4);
    lanes d5 = RIGHT(digit, 5), d6 = RIGHT(digit, 6);
    lanes run2 = digit & d1, run3 = run2 & d2, run4 = run3 & d3;
    lanes j1 = RIGHT(joint, 1), j2 = RIGHT(joint, 2), j3 = RIGHT(joint, 3), j4 = RIGHT(joint, 4), j5 = RIGHT(joint, 5);
    // One or two joints and another digit follow.
    lanes joined = (j1 & (d2 | (j2 & d3))) | (run2 & j2 & (d3 | (j3 & d4))) | (run3 & j3 & (d4 | (j4 & d5))) |
                   (run4 & j4 & (d5 | (j5 & d6)));
    lanes two = run2 & LEFT(letter, 1) & LEFT(letter, 2) & ~LEFT(letter, 3) & ~LEFT(digit, 3);
    lanes mixed = LEFT(upper, 1) & (RIGHT(letter, 1) | (run2 & RIGHT(letter, 2)) | (run3 & RIGHT(letter, 3)) |
                                    (run4 & RIGHT(letter, 4)));
    lanes numbers = start & ((run4 & d4) | joined | two | mixed);

    // `2026-11-21T03:45`, `2026-11-21 03:45`: the numbers of a time stamp are none of ours. The same shape, seen from
    // the year, the month and the day. Of a date without a time, only the year is shown.
    lanes date = run4 & RIGHT(dash, 4) & d5 & d6 & RIGHT(dash, 7) & RIGHT(digit, 8) & RIGHT(digit, 9) &
                 ~RIGHT(digit, 10) & RIGHT(digit, 11);
    // `2026-11-21-03.45.12` is one, too.
    lanes time = RIGHT(digit, 12) & RIGHT(dot, 13) & RIGHT(digit, 14) & RIGHT(digit, 15) & RIGHT(dot, 16) &
                 RIGHT(digit, 17) & RIGHT(digit, 18);
    lanes year = date & (~RIGHT(dash, 10) | time);
    lanes behind = LEFT(dash, 1) & run2 & ~d2 & LEFT(digit, 2) & LEFT(digit, 3);
    lanes month = behind & LEFT(digit, 4) & LEFT(digit, 5) & ~LEFT(digit, 6) & RIGHT(dash, 2) & d3 & d4 & ~d5;
    lanes day = behind & LEFT(dash, 4) & LEFT(digit, 5) & LEFT(digit, 6) & LEFT(digit, 7) & LEFT(digit, 8) &
                ~LEFT(digit, 9);
    // Nor are the tails of names, of ids in several parts, of fractions and times; but an address with dots may stand
    // behind an id, a port or an interface.
    lanes behind_dot = LEFT(dot, 1) & LEFT(digit, 2);
    lanes tail = (LEFT(dash, 1) & LEFT(word, 2)) | (LEFT(colon, 1) & LEFT(digit, 2));
    lanes octet = RIGHT(dot, 1) | (run2 & RIGHT(dot, 2)) | (run3 & RIGHT(dot, 3));
    numbers &= ~(year | month | day | behind_dot | (tail & ~octet));
    // A long run of letters and digits may be a wallet.
    lanes runs;
    load_lanes(&runs, numbers_out);
    STORE(numbers_out, numbers | (runs & digit));
}

/// The separators that a key, a scheme or an address may have.
static INLINE void bulk_separators(const classes *c, size_t k, calls *out, size_t i) {
    lanes colons = HERE(colon);
    lanes letters = LEFT(letter, 1) & LEFT(letter, 2) & LEFT(letter, 3);
    lanes schemes = colons & RIGHT(slash, 1) & RIGHT(slash, 2);
    // Neither a time nor the second of `::` is behind a key.
    lanes others = colons & ((LEFT(digit, 1) & RIGHT(digit, 1)) | LEFT(colon, 1));
    lanes keys = (HERE(equals) | colons) & ~others & ~schemes;
    STORE(out->named + i, keys & letters);
    STORE(out->separators + i, keys & ~letters);
    STORE(out->schemes + i, schemes);
    STORE(out->dots + i, HERE(dot) & RIGHT(dot, 5));
}

/// Looks at `count` blocks of a row, a multiple of four: says what to look at, and what is marked at once.
static INLINE void bulk(const classes *c, size_t count, calls *out, uint64_t *marks, uint64_t *literals) {
    for (size_t i = 0; i < count; i += LANES_WIDE) {
        size_t k = i + 2;
        bulk_runs(c, k, out->runs + i);
        memcpy(out->numbers + i, out->runs + i, sizeof(lanes));
        bulk_numbers(c, k, out->numbers + i);
        bulk_separators(c, k, out, i);
        STORE(marks + i, HERE(at) | (HERE(dash) & RIGHT(dash, 3) & RIGHT(dash, 6) & RIGHT(dash, 9) & RIGHT(dash, 12)));
        // The third bytes of words, and those of triples that begin anywhere.
        STORE(literals + i, HERE(triple) | (LEFT(word, 2) & ~LEFT(word, 3)));
    }
}

#undef HERE
#undef RIGHT
#undef LEFT
#undef STORE

#endif
