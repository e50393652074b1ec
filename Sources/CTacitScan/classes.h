#ifndef CLASSES_H
#define CLASSES_H

#include "CTacitScan.h"

/// Compiled into each kernel, with the instructions that this one may use.
#define INLINE inline __attribute__((always_inline))

/// Which of 64 bytes are of a class, one bit a byte.
typedef struct {
    uint64_t special;  // 0-9 : = @ -
    uint64_t base64;   // a-z A-Z 0-9 + / - _
    uint64_t dot;
    uint64_t high;     // from 0x80 on
    uint64_t word;     // a-z A-Z 0-9
    uint64_t triple;   // the last byte of three that fingerprints admit

    // What follows is only asked for near special bytes.
    int is_detailed;
    uint64_t digit;
    uint64_t letter;  // a-z A-Z
    uint64_t upper;   // A-Z
    uint64_t joint;   // what may stand between groups of digits: space - . / ( ) and the bytes of a no-break space
    uint64_t dash;
    uint64_t colon;
    uint64_t equals;
    uint64_t at;
    uint64_t line;    // line ends
    uint64_t slash;

    const uint8_t *bytes;
    uint8_t copy[76];
} classes;

/// A block of 64 bytes, its neighbours, and the text they are in.
typedef struct {
    const tacit_scan_tables *tables;
    const uint8_t *base;
    size_t lower, upper;
    /// Where the block starts.
    size_t start;
    const classes *older, *last, *now, *next;
    /// No word before this index that stands on the same line, or none that is near, says what a number is.
    size_t *checked;
} place;

/// The 64 bytes from byte `i` of the block on; those before it, the nearest highest; and those before these.
#define AHEAD(field, i) ((i) ? p->now->field >> (i) | p->next->field << (64 - (i)) : p->now->field)
#define BEFORE(field, i) ((i) ? p->now->field << (64 - (i)) | p->last->field >> (i) : p->last->field)
#define BEFORE_THAT(field, i) ((i) ? p->last->field << (64 - (i)) | p->older->field >> (i) : p->older->field)

/// The byte at an index of the text, 0 outside of it.
static INLINE uint8_t byte_at(const place *p, size_t index) {
    return index - p->lower < p->upper - p->lower ? p->base[index] : 0;
}

static INLINE int has_bit(const uint64_t *bits, uint32_t index) { return bits[index >> 6] >> (index & 63) & 1; }

/// Whether a word may be one of a set.
static INLINE int has_tail(const uint64_t *bits, uint64_t tail) {
    uint32_t hash = tacit_tail_hash(tail);
    return has_bit(bits, hash >> 16) && has_bit(bits, hash & 0xFFFF);
}

static INLINE int is_digit(uint8_t b) { return (uint8_t)(b - '0') < 10; }
/// Letters of other scripts are made of bytes from 0x80 on.
static INLINE int is_letter(uint8_t b) { return (uint8_t)((b | 0x20) - 'a') < 26 || b >= 0x80; }
static INLINE int is_upper(uint8_t b) { return (uint8_t)(b - 'A') < 26; }
static INLINE int is_hex(uint8_t b) { return is_digit(b) || (uint8_t)((b | 0x20) - 'a') < 6; }
static INLINE int is_line_end(uint8_t b) { return b == 0 || b == '\n' || b == '\r'; }

/// The byte `k` places to the right, to the left.
#define RIGHT(field, k) ((now->field >> (k)) | (next->field << (64 - (k))))
#define LEFT(field, k) ((now->field << (k)) | (last->field >> (64 - (k))))

/// The beginnings of long runs of base64.
static INLINE uint64_t run_starts(const classes *last, const classes *now, const classes *next) {
    uint64_t b = now->base64, n = next->base64;
    uint64_t starts = b & ~LEFT(base64, 1);
    // Doubling: runs of 2, 4, 8 and 16.
    uint64_t b2 = b & (b >> 1 | n << 63), n2 = n & n >> 1;
    uint64_t b4 = b2 & (b2 >> 2 | n2 << 62), n4 = n2 & n2 >> 2;
    uint64_t b8 = b4 & (b4 >> 4 | n4 << 60), n8 = n4 & n4 >> 4;
    uint64_t b16 = b8 & (b8 >> 8 | n8 << 56);
    return b16 & starts;
}

/// The third bytes of words, and those of triples that begin anywhere.
static INLINE uint64_t literal_marks(const classes *last, const classes *now) {
    return now->triple | (LEFT(word, 2) & ~LEFT(word, 3));
}

/// What special bytes call for, from what stands there and near.
static INLINE uint64_t special_marks(const classes *last, const classes *now, const classes *next,
                                     uint64_t *numbers_out) {
    uint64_t marks = now->at;
    uint64_t d1 = RIGHT(digit, 1);
    *numbers_out = 0;

    uint64_t start = now->digit & ~LEFT(digit, 1);
    if (start) {
        uint64_t d2 = RIGHT(digit, 2), d3 = RIGHT(digit, 3), d4 = RIGHT(digit, 4), d5 = RIGHT(digit, 5);
        uint64_t d6 = RIGHT(digit, 6);
        uint64_t run2 = now->digit & d1, run3 = run2 & d2, run4 = run3 & d3;
        uint64_t j1 = RIGHT(joint, 1), j2 = RIGHT(joint, 2), j3 = RIGHT(joint, 3), j4 = RIGHT(joint, 4);
        uint64_t j5 = RIGHT(joint, 5);
        // One or two joints and another digit follow.
        uint64_t joined = (j1 & (d2 | (j2 & d3))) | (run2 & j2 & (d3 | (j3 & d4))) | (run3 & j3 & (d4 | (j4 & d5))) |
                          (run4 & j4 & (d5 | (j5 & d6)));
        uint64_t two = run2 & LEFT(letter, 1) & LEFT(letter, 2) & ~LEFT(letter, 3) & ~LEFT(digit, 3);
        uint64_t mixed = LEFT(upper, 1) & (RIGHT(letter, 1) | (run2 & RIGHT(letter, 2)) | (run3 & RIGHT(letter, 3)) |
                                           (run4 & RIGHT(letter, 4)));
        uint64_t numbers = start & ((run4 & d4) | joined | two | mixed);

        // `2026-11-21T03:45`, `2026-11-21 03:45`: the numbers of a time stamp are none of ours. The same shape, seen from
        // the year, the month and the day. Of a date without a time, only the year is shown.
        if (now->dash | last->dash | next->dash) {
            uint64_t year = run4 & RIGHT(dash, 4) & d5 & d6 & RIGHT(dash, 7) & RIGHT(digit, 8) & RIGHT(digit, 9) &
                            ~RIGHT(digit, 10) & ~RIGHT(dash, 10) & RIGHT(digit, 11);
            uint64_t behind = LEFT(dash, 1) & run2 & ~d2 & LEFT(digit, 2) & LEFT(digit, 3);
            uint64_t month = behind & LEFT(digit, 4) & LEFT(digit, 5) & ~LEFT(digit, 6) & RIGHT(dash, 2) & d3 & d4 & ~d5;
            uint64_t day = behind & LEFT(dash, 4) & LEFT(digit, 5) & LEFT(digit, 6) & LEFT(digit, 7) &
                           LEFT(digit, 8) & ~LEFT(digit, 9);
            numbers &= ~(year | month | day);
        }
        // Nor are the tails of names, of ids in several parts, of fractions and times; but an address with dots may stand
        // behind an id, a port or an interface.
        uint64_t behind_dot = LEFT(dot, 1) & LEFT(digit, 2);
        uint64_t tail = (LEFT(dash, 1) & LEFT(word, 2)) | (LEFT(colon, 1) & LEFT(digit, 2));
        uint64_t octet = RIGHT(dot, 1) | (run2 & RIGHT(dot, 2)) | (run3 & RIGHT(dot, 3));
        *numbers_out = numbers & ~behind_dot & ~(tail & ~octet);
    }

    marks |= now->dash & RIGHT(dash, 3) & RIGHT(dash, 6) & RIGHT(dash, 9) & RIGHT(dash, 12);
    return marks;
}

#endif
