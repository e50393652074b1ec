#ifndef LITERALS_H
#define LITERALS_H

#include <string.h>

#include "classes.h"

/// Places in a row, in ascending order. Room for a vector more than there may be places.
typedef struct {
    size_t count;
    uint16_t places[64 * ROW + 64];
} list;

/// The bytes of a row from two before it to six behind it: the first byte of what has its third at a place.
static inline const uint8_t *row_bytes(const uint8_t *base, size_t lower, size_t upper, size_t start, size_t blocks,
                                       uint8_t *copy) {
    ptrdiff_t from = (ptrdiff_t)start - 2, to = (ptrdiff_t)(start + 64 * blocks) + 6;
    if (from >= (ptrdiff_t)lower && to <= (ptrdiff_t)upper) return base + from;
    memset(copy, 0, 8);
    memset(copy + (to - from) - 8, 0, 8);
    ptrdiff_t first = from > (ptrdiff_t)lower ? from : (ptrdiff_t)lower, end = to < (ptrdiff_t)upper ? to : (ptrdiff_t)upper;
    memcpy(copy + (first - from), base + first, (size_t)(end - first));
    memset(copy + (end - from), 0, (size_t)(to - end));
    return copy;
}

/// Of the places where the third byte of a literal may stand, those where the first three or four bytes of one do.
static INLINE void hashed_literals(const uint32_t *fourths, const uint8_t *bytes, const uint64_t *triples, size_t blocks,
                                   list *found) {
    size_t count = 0;
    for (size_t block = 0; block < blocks; block++) {
        // Four places at once and no branch, as what stands there can't be foreseen; where there are fewer, the rest of
        // them counts for nothing.
        for (uint64_t rest = triples[block]; rest;) {
            for (int k = 0; k < 4; k++) {
                // The last bit stands for none.
                size_t place = 64 * block + (size_t)__builtin_ctzll(rest | (uint64_t)1 << 63);
                uint32_t text;
                memcpy(&text, bytes + place, 4);
                found->places[count] = (uint16_t)place;
                count += (rest != 0) & (fourths[tacit_triple(text)] >> (text >> 24 & 31));
                rest &= rest - 1;
            }
        }
    }
    found->count = count;
}

/// Marks those places of a list where the first eight bytes of a literal stand.
static INLINE void compare_literals(const place *p, const uint8_t *bytes, const list *hashed, uint64_t *marks) {
    const tacit_scan_tables *tables = p->tables;
    for (size_t n = 0; n < hashed->count; n++) {
        size_t place = hashed->places[n], block = place >> 6;
        int bit = place & 63;
        uint64_t text;
        memcpy(&text, bytes + place, 8);
        const uint64_t *base64 = p->row->base64 + p->block + block;
        uint64_t others = ~(bit ? base64[0] >> bit | base64[1] << (64 - bit) : base64[0]);
        uint16_t heads[2] = {tables->heads[tacit_hash((uint32_t)text)], tables->heads[tacit_hash(text & 0xFFFFFF)]};
        // Few literals share a hash. The first of each is compared without a branch, as most places fail here.
        uint64_t is_known = 0, next = 0;
        for (int i = 0; i < 2; i++) {
            const tacit_literal *literal = &tables->literals[heads[i] ? heads[i] - 1 : 0];
            is_known |= (heads[i] != 0) & (((text | literal->fold) & literal->mask) == literal->bytes) &
                        !(literal->run & others);
            next |= heads[i] ? literal->next : 0;
        }
        if (next && !is_known) {
            for (int i = 0; i < 2; i++) {
                for (uint64_t number = heads[i]; number; number = tables->literals[number - 1].next) {
                    const tacit_literal *literal = &tables->literals[number - 1];
                    is_known |= (((text | literal->fold) & literal->mask) == literal->bytes) & !(literal->run & others);
                }
            }
        }
        marks[block] |= is_known << bit;
    }
}

#endif
