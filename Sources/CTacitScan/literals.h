#ifndef LITERALS_H
#define LITERALS_H

#include <string.h>

#include "classes.h"

/// The bytes of a row from two before it to fourteen behind it: the first byte of what has its third at a place.
static inline const uint8_t *row_bytes(const uint8_t *base, size_t lower, size_t upper, size_t start, size_t blocks,
                                       uint8_t *copy) {
    ptrdiff_t from = (ptrdiff_t)start - 2, to = (ptrdiff_t)(start + 64 * blocks) + 14;
    if (from >= (ptrdiff_t)lower && to <= (ptrdiff_t)upper) return base + from;
    memset(copy, 0, 2);
    ptrdiff_t first = from > (ptrdiff_t)lower ? from : (ptrdiff_t)lower;
    ptrdiff_t end = to < (ptrdiff_t)upper ? to : (ptrdiff_t)upper;
    memcpy(copy + (first - from), base + first, (size_t)(end - first));
    memset(copy + (end - from), 0, (size_t)(to - end));
    return copy;
}

/// Of the places where the third byte of a literal may stand, leaves those where the first bytes of one do: its first
/// three, or five.
static INLINE void hashed_literals(const tacit_scan_tables *tables, const uint8_t *bytes, list *places) {
    size_t known = 0;
    for (size_t n = 0; n < places->count; n++) {
        // No branch, as what stands there can't be foreseen.
        uint16_t at = places->places[n];
        uint32_t text;
        memcpy(&text, bytes + at, 4);
        places->places[known] = at;
        known += tables->fourths[tacit_triple(text)] >> (text >> 24 & 31) & 1;
    }
    size_t count = known;
    known = 0;
    for (size_t n = 0; n < count; n++) {
        uint16_t at = places->places[n];
        uint32_t text;
        memcpy(&text, bytes + at, 4);
        places->places[known] = at;
        known += (size_t)(has_bit(tables->threes, tacit_three(text)) |
                          has_bit(tables->fives, tacit_five(text, bytes[at + 4])));
    }
    places->count = known;
}

/// Whether the first sixteen bytes of a literal are these, where a word begins or not.
static INLINE int is_literal(const tacit_literal *literal, const uint64_t *text, uint64_t others, int is_word) {
    uint64_t first = ((text[0] | literal->fold[0]) & literal->mask[0]) ^ literal->bytes[0];
    uint64_t second = ((text[1] | literal->fold[1]) & literal->mask[1]) ^ literal->bytes[1];
    return ((first | second | (literal->run & others)) == 0) & (is_word | (int)literal->anywhere);
}

/// Marks those places of a list where the first sixteen bytes of a literal stand.
static INLINE void compare_literals(const place *p, const uint8_t *bytes, const list *hashed, uint64_t *marks) {
    const tacit_scan_tables *tables = p->tables;
    for (size_t n = 0; n < hashed->count; n++) {
        size_t at = hashed->places[n], block = at >> 6;
        int bit = at & 63;
        uint64_t text[2];
        memcpy(text, bytes + at, 16);
        const uint64_t *base64 = p->row->base64 + 2 + block;
        uint64_t others = ~(base64[0] >> bit | base64[1] << 1 << (63 - bit));
        int is_word = p->call->words[block] >> bit & 1;
        uint16_t heads[2] = {tables->heads[tacit_hash((uint32_t)text[0])],
                             tables->heads[tacit_hash(text[0] & 0xFFFFFF)]};
        // Few literals share a hash. The first of each is compared without a branch, as most places fail here.
        uint64_t is_known = 0, next = 0;
        for (int i = 0; i < 2; i++) {
            const tacit_literal *literal = &tables->literals[heads[i] ? heads[i] - 1 : 0];
            is_known |= (uint64_t)((heads[i] != 0) & is_literal(literal, text, others, is_word));
            next |= heads[i] ? literal->next : 0;
        }
        if (next && !is_known) {
            for (int i = 0; i < 2; i++) {
                for (uint64_t number = heads[i]; number; number = tables->literals[number - 1].next) {
                    is_known |= (uint64_t)is_literal(&tables->literals[number - 1], text, others, is_word);
                }
            }
        }
        marks[block] |= is_known << bit;
    }
}

#endif
