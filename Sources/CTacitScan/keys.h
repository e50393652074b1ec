#ifndef KEYS_H
#define KEYS_H

#include "classes.h"

static INLINE int is_joint(uint8_t b) { return (b == '_') | (b == '-') | (b == '.'); }

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
        // The eighth letter from the end, or the first of a token: what stands before is no letter or digit, or this
        // one is in upper case.
        uint8_t before = i - 1 > limit ? p->base[i - 2] : 0;
        int is_whole = ++length == 8;
        int begins = !(is_letter(before) || is_digit(before)) || is_behind_escape(p, i - 1);
        if (is_whole || is_upper(b) || begins) {
            if (has_tail(p->tables->keys, tail)) return 1;
            if (is_whole) return 0;
        }
    }
    return 0;
}

/// Where a key ends that says what is encoded: `password_b64`, `password_hex`.
static INLINE size_t behind_encoding(const place *p, size_t limit, size_t end) {
    const uint8_t *base = p->base;
    size_t i = end;
    while (i > limit && end - i < 10 && is_letter(base[i - 1])) i--;
    if (end - i > 9 || i < limit + 2 || base[i - 1] != '_') return end;
    return has_tail(p->tables->encodings, tacit_tail(base + i, end - i)) ? i - 1 : end;
}

/// Whether a key that names a class may end at the separator at `at`: `?` or `||` (`TOKEN ?= x`), spaces, a bracket and
/// a quote may come between.
static INLINE int may_be_key(const place *p, size_t at) {
    const uint8_t *base = p->base;
    // `Author           : Jane`: columns are aligned before a colon.
    size_t reach = base[at] == ':' ? 32 : 6;
    size_t lower = p->lower, i = at, spaces = at < lower + reach ? lower : at - reach;
    while (i > spaces && at - i < 2 && (base[i - 1] == '?' || base[i - 1] == '|')) i--;
    while (i > spaces && base[i - 1] == ' ') i--;
    if (i > lower && base[i - 1] == ']') i--;
    if (i > lower && base[i - 1] == ')') {
        // `AES key (hex): `
        size_t bracket = i < lower + 12 ? lower : i - 12, k = i - 1;
        while (k > bracket && base[k] != '(') k--;
        if (base[k] == '(' && k > lower && base[k - 1] == ' ') i = k - 1;
    }
    if (i > lower && (base[i - 1] == '"' || base[i - 1] == '\'' || base[i - 1] == '`')) {
        i--;
        // `\"key\":`, and `""key"":` in a cell of CSV.
        if (i > lower && (base[i - 1] == '\\' || (base[i - 1] == '"' && base[i] == '"'))) i--;
    }
    size_t limit = i < lower + 64 ? lower : i - 64;
    while (i > limit && is_digit(base[i - 1])) i--;
    while (i > limit && (is_joint(base[i - 1]) || is_digit(base[i - 1]))) i--;
    i = behind_encoding(p, limit, i);
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

/// Whether a word that names a class may end in the three letters and what stands before them, all in small letters:
/// then it has four letters or more, and ends in these.
static INLINE int may_end_word(const place *p, const uint8_t *end) {
    int has_fourth = end - 4 >= p->base + p->lower;
    uint8_t fourth = has_fourth ? end[-4] : 0;
    int begins = is_upper(end[-1]) | is_upper(end[-2]) | is_upper(end[-3]) | !(is_letter(fourth) | is_digit(fourth));
    uint32_t letters = (uint32_t)fourth | (uint32_t)end[-3] << 8 | (uint32_t)end[-2] << 16 | (uint32_t)end[-1] << 24;
    // `\nssn=`, `%0Assn=`: the fourth may be an escape's.
    uint8_t fifth = end - 5 >= p->base + p->lower ? end[-5] : 0, sixth = end - 6 >= p->base + p->lower ? end[-6] : 0;
    begins |= (fifth == '\\') | (sixth == '%');
    return begins | has_bit(p->tables->key_fours, tacit_hash(letters));
}

/// Whether digits or a bracket stand before byte `i` of the block, and before these nothing that a key could be of:
/// `sshd[7]:`.
static INLINE int is_behind_number(const place *p, int i) {
    int bracket = byte_at(p, p->start + (size_t)i - 1) == ']';
    uint64_t others = ~(BEFORE(digit, i) << bracket);
    int digits = others ? __builtin_clzll(others) : 64;
    uint8_t b = byte_at(p, p->start + (size_t)(i - 1 - bracket - digits));
    return (bracket + digits > 0) & !(is_letter(b) | is_joint(b) | (b == '"') | (b == '\''));
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

/// Marks those separators with three letters right before them where a key may end.
static INLINE void named_separators(place *p, list *places, uint64_t *marks) {
    const tacit_scan_tables *tables = p->tables;
    size_t known = 0;
    for (size_t n = 0; n < places->count; n++) {
        // Safe: letters stand in the text only. What stands before them is not read, as it may not.
        uint16_t at = places->places[n];
        const uint8_t *end = p->base + p->first + at;
        places->places[known] = at;
        known += has_bit(tables->endings, tacit_ending(end[-3], end[-2], end[-1])) & (uint64_t)may_end_word(p, end);
    }
    for (size_t n = 0; n < known; n++) {
        if (may_be_key(p, p->first + places->places[n])) set(marks, places->places[n]);
    }
}

/// Marks those of the other separators where a key may end.
static INLINE void other_separators(place *p, list *places, uint64_t *marks) {
    size_t known = 0;
    for (size_t n = 0; n < places->count; n++) {
        uint16_t at = places->places[n];
        int i = enter(p, at);
        places->places[known] = at;
        known += (size_t)!is_behind_number(p, i);
    }
    for (size_t n = 0; n < known; n++) {
        if (may_be_key(p, p->first + places->places[n])) set(marks, places->places[n]);
    }
}

/// Of the colons before `//`, those that a password may stand behind.
static INLINE uint64_t passwords(const place *p, uint64_t schemes) {
    uint64_t found = 0;
    for (uint64_t rest = schemes; rest; rest &= rest - 1) {
        if (may_hold_password(p, p->start + (size_t)__builtin_ctzll(rest))) found |= rest & -rest;
    }
    return found;
}

/// Whether the colons of block `i` and the one behind it may be those of addresses: two in a row, or six near each
/// other.
static INLINE int may_hold_address(const calls *call, size_t i) {
    int count = __builtin_popcountll(call->near[i]) + __builtin_popcountll(call->near[i + 1]);
    return ((call->pairs[i] | call->pairs[i + 1]) != 0) | (count > 4);
}

/// Of the colons in a block, the first ones of what may be addresses.
static INLINE uint64_t colon_addresses(const place *p) {
    __uint128_t colons = (__uint128_t)p->row->colon[p->block + 1] << 64 | p->row->colon[p->block];
    __uint128_t doubles = colons & colons >> 1;
    __uint128_t near = colons & colons >> 3 & colons >> 6 & colons >> 9 & colons >> 12;
    int count = __builtin_popcountll((uint64_t)colons) + __builtin_popcountll((uint64_t)(colons >> 64));
    if (!(doubles | near) && count < 6) return 0;
    // A double colon begins up to 38 bytes behind: 1, 3, 7, 15 and 31 of them, and seven more.
    for (int by = 1; by < 32; by *= 2) doubles |= doubles >> by;
    near |= doubles | doubles >> 7;
    if (count > 5) {
        // Five colons follow, with up to four digits between them.
        __uint128_t chain = colons;
        for (int i = 0; i < 5; i++) {
            __uint128_t before = chain >> 1 | chain >> 2;
            chain = colons & (before | before >> 2 | chain >> 5);
        }
        near |= chain;
    }
    uint64_t found = 0;
    uint64_t rest = (uint64_t)(near & colons) & (AHEAD(word, 1) | AHEAD(colon, 1));
    for (; rest; rest &= rest - 1) {
        if (may_be_colon_address(p, __builtin_ctzll(rest))) found |= rest & -rest;
    }
    return found;
}

#endif
