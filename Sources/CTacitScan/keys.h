#ifndef KEYS_H
#define KEYS_H

#include "classes.h"

static INLINE int is_joint(uint8_t b) { return b == '_' || b == '-' || b == '.'; }

/// Whether some run of the last tokens of what ends at `end` may be a word that names a class.
static INLINE int may_be_known(const place *p, size_t limit, size_t end) {
    uint64_t tail = 0;
    int length = 0;
    for (size_t i = end; i > limit; i--) {
        uint8_t b = p->base[i - 1];
        if (!is_letter(b) && !is_digit(b)) {
            if (is_joint(b) || b == ' ') continue;
            break;
        }
        tail |= (uint64_t)(b | 0x20) << (56 - 8 * length);
        // The eighth letter from the end, or the first of a token: what stands before is no letter or digit, or this one
        // is in upper case.
        uint8_t before = i - 1 > limit ? p->base[i - 2] : 0;
        int is_whole = ++length == 8;
        if (is_whole || is_upper(b) || !(is_letter(before) || is_digit(before))) {
            if (has_tail(p->tables->keys, tail)) return 1;
            if (is_whole) return 0;
        }
    }
    return 0;
}

/// Whether a key that names a class may end at the separator at `at`: `?` or `||` (`TOKEN ?= x`), spaces, a bracket and a
/// quote may come between.
static INLINE int may_be_key(const place *p, size_t at) {
    const uint8_t *base = p->base;
    size_t lower = p->lower, i = at, spaces = at < lower + 6 ? lower : at - 6;
    while (i > spaces && at - i < 2 && (base[i - 1] == '?' || base[i - 1] == '|')) i--;
    while (i > spaces && base[i - 1] == ' ') i--;
    if (i > lower && base[i - 1] == ']') i--;
    if (i > lower && (base[i - 1] == '"' || base[i - 1] == '\'' || base[i - 1] == '`')) {
        i--;
        if (i > lower && base[i - 1] == '\\') i--;
    }
    size_t limit = i < lower + 64 ? lower : i - 64;
    while (i > limit && is_digit(base[i - 1])) i--;
    while (i > limit && (is_joint(base[i - 1]) || is_digit(base[i - 1]))) i--;
    if (i < limit + 2 || !is_letter(base[i - 1])) return 0;
    uint8_t last = base[i - 1], second = base[i - 2], third = 0;
    size_t end = i;
    i -= 2;
    if (!is_letter(second) && !is_digit(second)) return 0;
    while (i > limit && (is_joint(base[i - 1]) || base[i - 1] == ' ')) i--;
    if (i > limit && (is_letter(base[i - 1]) || is_digit(base[i - 1]))) third = base[i - 1];
    uint32_t ending = tacit_ending(third, second, last);
    return has_bit(p->tables->endings, ending) && may_be_known(p, limit, end);
}

/// Whether a password may stand in what follows `://` at `at`: a colon and an `@`, before the authority ends.
static INLINE int may_hold_password(const place *p, size_t at) {
    size_t limit = at + 3 + 80 < p->upper ? at + 3 + 80 : p->upper;
    int colons = 0;
    for (size_t i = at + 3; i < limit; i++) {
        uint8_t b = p->base[i];
        if (b == '@' && colons > 0) return 1;
        if (b == ':') colons++;
        if (b == '/' || b == '?' || b == '#' || b == '"' || b == '\'' || b == '`' || b == ' ' || b == '\n') return 0;
    }
    return limit < p->upper;
}

/// Whether an IPv6 or a MAC address may have its first colon at byte `i` of the block: a double colon, six colons or
/// five at distances of three follow, and before it stand at most four hexadecimal digits.
static INLINE int may_be_colon_address(const place *p, int i) {
    uint64_t colons = AHEAD(colon, i) & (((uint64_t)1 << 40) - 1);
    const uint64_t five = 1 | 1 << 3 | 1 << 6 | 1 << 9 | 1 << 12;
    if (!(colons & colons >> 1) && (colons & five) != five && __builtin_popcountll(colons) < 6) return 0;
    size_t at = p->start + (size_t)i, first = at;
    while (first > p->lower && at - first < 5 && is_hex(p->base[first - 1])) first--;
    if (at - first > 4) return 0;
    uint8_t behind = byte_at(p, at + 1), before = first > p->lower ? p->base[first - 1] : 0;
    if (!is_hex(behind) && behind != ':') return 0;
    if (is_digit(before) || (is_letter(before) && before < 0x80) || before == '_' || before == '.') return 0;
    return !(at == first && before == ':');
}

/// Of separators with three letters right before them, those where a key may end in these letters.
static INLINE uint64_t with_ending(const place *p, uint64_t separators) {
    uint64_t found = 0;
    for (uint64_t rest = separators; rest; rest &= rest - 1) {
        // Safe: letters stand in the text only.
        int i = __builtin_ctzll(rest);
        const uint8_t *end = p->base + p->start + i;
        uint32_t ending = tacit_ending(end[-3], end[-2], end[-1]);
        found |= (p->tables->endings[ending >> 6] >> (ending & 63) & 1) << i;
    }
    return found;
}

/// Of separators, those that a bracket or digits stand before, with nothing before these that a key could be of: `sshd[7]:`.
static INLINE uint64_t behind_numbers(const place *p, uint64_t separators) {
    uint64_t found = 0;
    for (uint64_t rest = separators; rest; rest &= rest - 1) {
        int i = __builtin_ctzll(rest), bracket = byte_at(p, p->start + (size_t)i - 1) == ']';
        uint64_t others = ~(BEFORE(digit, i) << bracket);
        int digits = others ? __builtin_clzll(others) : 64;
        uint8_t b = byte_at(p, p->start + (size_t)(i - 1 - bracket - digits));
        int may_end_key = is_letter(b) || is_joint(b) || b == '"' || b == '\'';
        found |= (uint64_t)(bracket + digits > 0 && !may_end_key) << i;
    }
    return found;
}

/// Of the separators in a block, those that a detector has to look at.
static INLINE uint64_t separators(const place *p, const calls *call, size_t block, int every_pair) {
    uint64_t found = every_pair ? p->row->equals[p->block] : 0;
    uint64_t named = call->named[block] & ~found, others = call->separators[block] & ~found;
    uint64_t keys = with_ending(p, named) | (others & ~behind_numbers(p, others));
    for (uint64_t rest = keys; rest; rest &= rest - 1) {
        if (may_be_key(p, p->start + (size_t)__builtin_ctzll(rest))) found |= rest & -rest;
    }
    for (uint64_t rest = call->schemes[block]; rest; rest &= rest - 1) {
        if (may_hold_password(p, p->start + (size_t)__builtin_ctzll(rest))) found |= rest & -rest;
    }
    uint64_t colons = p->row->colon[p->block], next = p->row->colon[p->block + 1];
    uint64_t c1 = AHEAD(colon, 1), fives = colons & AHEAD(colon, 3) & AHEAD(colon, 6) & AHEAD(colon, 9) & AHEAD(colon, 12);
    if ((colons & c1) | (next & next >> 1) | fives || __builtin_popcountll(colons) + __builtin_popcountll(next) > 5) {
        for (uint64_t rest = colons & ~found; rest; rest &= rest - 1) {
            if (may_be_colon_address(p, __builtin_ctzll(rest))) found |= rest & -rest;
        }
    }
    return found;
}

#endif
