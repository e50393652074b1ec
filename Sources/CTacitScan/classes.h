#ifndef CLASSES_H
#define CLASSES_H

#include <string.h>

#include "CTacitScan.h"

/// Compiled into each kernel, with the instructions that this one may use.
#define INLINE inline __attribute__((always_inline))

/// How many blocks are looked at in one go; they stay in the nearest cache.
enum { ROW = 32 };

/// Which bytes are of a class, one bit a byte: for two blocks of 64 bytes before a row, for those of the row, for one
/// behind it, and for as many more as make whole vectors.
typedef struct {
    uint64_t digit[ROW + 4];
    uint64_t letter[ROW + 4];  // a-z A-Z
    uint64_t upper[ROW + 4];   // A-Z
    uint64_t word[ROW + 4];    // a-z A-Z 0-9
    uint64_t base64[ROW + 4];  // a-z A-Z 0-9 + / - _
    uint64_t high[ROW + 4];    // from 0x80 on
    uint64_t joint[ROW + 4];   // what may stand between groups of digits: - . / ( ) and spaces, no-break ones, too
    uint64_t dot[ROW + 4];
    uint64_t dash[ROW + 4];
    uint64_t underscore[ROW + 4];
    uint64_t slash[ROW + 4];
    uint64_t colon[ROW + 4];
    uint64_t equals[ROW + 4];
    uint64_t at[ROW + 4];
    uint64_t line[ROW + 4];    // line ends
    uint64_t escape[ROW + 4];  // what escapes begin with: \\ and %
    uint64_t triple[ROW + 4];  // the last byte of three that fingerprints admit
    uint64_t begin[ROW + 4];   // the last byte of three that words may begin with
} classes;

/// What has to be looked at in the blocks of a row, by the classes alone.
typedef struct {
    uint64_t plain[ROW];      // the first digits of numbers that no letter or digit stands before
    uint64_t lettered[ROW];   // the first digits of those that letters stand before
    uint64_t bare[ROW];       // what has no letter before it on its line
    uint64_t runs[ROW];       // the beginnings of long runs of base64
    uint64_t tokens[ROW];     // where 26 letters and digits follow
    uint64_t named[ROW];      // = and : behind three letters
    uint64_t separators[ROW]; // other ones that a key may stand before
    uint64_t schemes[ROW];    // : before //
    uint64_t pairs[ROW + 4];  // : before another one, or before four at distances of three
    uint64_t near[ROW + 4];   // : before another one within five bytes
    uint64_t dots[ROW];       // . with four letters and digits and another one behind
    uint64_t words[ROW];      // the third bytes of words
    uint64_t triples[ROW];    // the third bytes of what may be literals
} calls;

/// Keeps these bytes of a block only.
static INLINE void keep(calls *c, size_t block, uint64_t bytes) {
    c->plain[block] &= bytes;
    c->lettered[block] &= bytes;
    c->runs[block] &= bytes;
    c->named[block] &= bytes;
    c->separators[block] &= bytes;
    c->schemes[block] &= bytes;
    c->dots[block] &= bytes;
    c->triples[block] &= bytes;
}

static INLINE int has_any(const uint64_t *words, size_t count) {
    uint64_t all = 0;
    for (size_t i = 0; i < count; i++) all |= words[i];
    return all != 0;
}

/// What has no letter before it on its line.
static INLINE void bulk_bare(const classes *c, size_t blocks, uint64_t *bare) {
    uint64_t carry = 0;
    for (size_t k = 0; k < blocks + 2; k++) {
        uint64_t others = ~(c->letter[k] | c->high[k] | c->line[k]);
        // A line begins behind the end of the one before. An addition fills from there on, until a letter comes.
        uint64_t begin = (c->line[k] << 1 | (k > 0 ? c->line[k - 1] >> 63 : 0)) & others, sum = others + begin;
        uint64_t overflow = sum < others;
        sum += carry;
        carry = overflow | (sum < carry);
        if (k > 1) bare[k - 2] = others & ~sum;
    }
}

/// Places in a row, in ascending order. Room for a vector more than there may be places.
typedef struct {
    size_t count;
    uint16_t places[64 * ROW + 64];
} list;

/// A block of 64 bytes, the row it belongs to, and the text they are in.
typedef struct {
    const tacit_scan_tables *tables;
    const uint8_t *base;
    size_t lower, upper;
    const classes *row;
    const calls *call;
    /// No word before this index that stands on the same line, or none that is near, says what a number is. One for
    /// each list of numbers, which go in order; the one for the next list comes next.
    size_t *checked;
    /// Where the row starts.
    size_t first;
    /// Where the block starts, and its place among the classes.
    size_t start, block;
} place;

/// Goes to the block of a place in the row; the bit of the place.
static INLINE int enter(place *p, size_t at) {
    p->start = p->first + (at & ~(size_t)63);
    p->block = 2 + (at >> 6);
    return (int)(at & 63);
}

static INLINE void set(uint64_t *bits, size_t at) { bits[at >> 6] |= (uint64_t)1 << (at & 63); }

/// The places of the bits of a row.
static INLINE void flatten(const uint64_t *words, size_t blocks, list *found) {
    size_t count = 0;
    for (size_t block = 0; block < blocks; block++) {
        uint64_t rest = words[block];
        size_t end = count + (size_t)__builtin_popcountll(rest);
        // Four at once and no branch, as how many there are can't be foreseen; what comes behind the last doesn't
        // count.
        do {
            for (int k = 0; k < 4; k++) {
                int bit = __builtin_ctzll(rest | (uint64_t)1 << 63);
                found->places[count + (size_t)k] = (uint16_t)(64 * block + (size_t)bit);
                rest &= rest - 1;
            }
            count += 4;
        } while (count < end);
        count = end;
    }
    found->count = count;
}

/// The bits of the 64 bytes from byte `i` of the block on; those of the 64 before it, the nearest highest; and those of
/// the 64 before these. Shifts by 64 are none, so the bits of the other block are shifted twice.
#define AHEAD(field, i) (p->row->field[p->block] >> (i) | p->row->field[p->block + 1] << 1 << (63 - (i)))
#define BEFORE(field, i) (p->row->field[p->block] << (63 - (i)) << 1 | p->row->field[p->block - 1] >> (i))
#define BEFORE_THAT(field, i) (p->row->field[p->block - 1] << (63 - (i)) << 1 | p->row->field[p->block - 2] >> (i))

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

/// Whether keys and addresses in base58 or base32 have so many letters and digits; longer ones are cut off at 64.
static INLINE int is_wallet_length(int length) {
    return ((length >= 26) & (length <= 36)) | (length == 51) | (length == 52) | (length == 56) | (length == 58) |
           (length == 64);
}

/// Whether letters and digits are those of base58, without `0`, `O`, `I` and `l`; or of base32 and begin a key of
/// Stellar's, which may have these.
static INLINE int may_be_wallet(const uint8_t *bytes, int count) {
    if (!is_wallet_length(count)) return 0;
    if (count == 56) return bytes[0] == 'G' || bytes[0] == 'S';
    for (int i = 0; i < count; i++) {
        if (bytes[i] == '0' || bytes[i] == 'O' || bytes[i] == 'I' || bytes[i] == 'l') return 0;
    }
    return 1;
}

// Every kernel classifies exactly 64 bytes that lie behind four more and before eight more; where the text ends
// earlier, they are copied into a block of zeros first, or masked, so nothing outside of the text is ever read.

/// The bytes at `at - 4 ..< at + 72`, or a copy of those that lie in the text.
static inline const uint8_t *whole_block(const uint8_t *base, size_t lower, size_t upper, ptrdiff_t at, uint8_t *copy) {
    if (at - 4 >= (ptrdiff_t)lower && at + 72 <= (ptrdiff_t)upper) return base + at;
    memset(copy, 0, 76);
    ptrdiff_t from = at - 4 > (ptrdiff_t)lower ? at - 4 : (ptrdiff_t)lower;
    ptrdiff_t to = at + 72 < (ptrdiff_t)upper ? at + 72 : (ptrdiff_t)upper;
    if (from < to) memcpy(copy + (from - (at - 4)), base + from, (size_t)(to - from));
    return copy + 4;
}

/// Whether what ends at `end` is an escaped blank or sign, whose last letter or digit is no part of what follows: `\n`,
/// `%0A`.
static INLINE int is_behind_escape(const place *p, size_t end) {
    const uint8_t *base = p->base;
    if (end < p->lower + 2) return 0;
    uint8_t last = base[end - 1];
    if (base[end - 2] == '\\') return (last == 'n') | (last == 'r') | (last == 't');
    return end >= p->lower + 3 && base[end - 3] == '%' && is_hex(base[end - 2]) && is_hex(last);
}

#endif
