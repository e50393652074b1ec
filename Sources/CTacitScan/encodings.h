#ifndef ENCODINGS_H
#define ENCODINGS_H

#include <string.h>

#include "classes.h"

static INLINE int is_alphanumeric(uint8_t b) { return is_digit(b) || (uint8_t)((b | 0x20) - 'a') < 26; }

/// Whether the character at `at` may stand for a digit, a sign or nothing: other decimal digits, full-width forms, and
/// what can't be seen; dashes, dots and spaces of other widths, which prose has too, only between digits or letters.
static INLINE int is_foldable(const uint8_t *base, size_t lower, size_t upper, size_t at) {
    uint8_t a = base[at], b = at + 1 < upper ? base[at + 1] : 0, c = at + 2 < upper ? base[at + 2] : 0;
    switch (a) {
    case 0xC2: return b == 0xAD;
    case 0xD9: return b >= 0xA0 && b <= 0xA9;
    case 0xDB: return b >= 0xB0 && b <= 0xB9;
    case 0xDF: return b >= 0x80 && b <= 0x89;
    case 0xE0: return (b & 1 && c >= 0xA6 && c <= 0xAF) || (c >= 0x90 && c <= 0x99 && (b == 0xB9 || b == 0xBB)) ||
                      (b == 0xBC && c >= 0xA0 && c <= 0xA9);
    case 0xE1:
        return (b == 0x81 && c <= 0x89) || (b == 0x9F && c >= 0xA0 && c <= 0xA9) ||
               (b == 0xA0 && c >= 0x90 && c <= 0x99);
    case 0xE2: {
        if ((b == 0x80 && (c == 0x8B || c == 0x8C || c == 0x8D)) || (b == 0x81 && c >= 0xA0 && c <= 0xA4)) return 1;
        int is_sign = (b == 0x80 && (c <= 0x8A || (c >= 0x90 && c <= 0x95) || c == 0xA4 || c == 0xAF)) ||
                      (b == 0x81 && c == 0x9F) || (b == 0x88 && c == 0x92);
        uint8_t before = at > lower ? base[at - 1] : 0, behind = at + 3 < upper ? base[at + 3] : 0;
        return is_sign && is_alphanumeric(behind) &&
               (is_digit(before) || (is_alphanumeric(before) && is_digit(behind)));
    }
    case 0xE3: {
        uint8_t before = at > lower ? base[at - 1] : 0, behind = at + 3 < upper ? base[at + 3] : 0;
        return b == 0x80 && (c == 0x80 || c == 0x82) && is_alphanumeric(before) && is_alphanumeric(behind);
    }
    case 0xEF: return (b == 0xBC && (c == 0x8B || c == 0x8D || c == 0x8E || (c >= 0x90 && c <= 0x99) || c == 0xA0)) ||
                      (b == 0xBB && c == 0xBF) || (b == 0xB9 && c == 0xAB);
    case 0xF0: return b == 0x9D && c == 0x9F && at + 3 < upper && base[at + 3] >= 0x8E;
    default: return 0;
    }
}

/// Of the bytes from 0x80 on in one block, those that begin a foldable character; of several in a row, the first.
static INLINE uint64_t foldable(const uint8_t *base, size_t lower, size_t upper, size_t start, uint64_t high) {
    uint64_t found = 0;
    for (uint64_t rest = high; rest; rest &= rest - 1) {
        size_t at = start + (size_t)__builtin_ctzll(rest);
        if (base[at] < 0xC2 || !is_foldable(base, lower, upper, at)) continue;
        // The character before has as many bytes; a blank between begins another row.
        size_t width = base[at] < 0xE0 ? 2 : base[at] < 0xF0 ? 3 : 4;
        if (at >= lower + width && base[at] == base[at - width] && is_foldable(base, lower, upper, at - width)) continue;
        found |= rest & -rest;
    }
    return found;
}

/// The value of a character of base64 or base64url.
static const uint8_t sextets[256] = {
    ['A'] = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    ['a'] = 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51,
    ['0'] = 52, 53, 54, 55, 56, 57, 58, 59, 60, 61,
    ['+'] = 62, ['-'] = 62, ['/'] = 63, ['_'] = 63,
};

/// Whether a byte is no control character but white space.
static INLINE int is_text(uint8_t b) { return (b >= ' ' && b != 0x7F) || b == '\n' || b == '\r' || b == '\t'; }

/// Whether the first eight of sixteen characters of base64 read as ASCII text.
static INLINE int is_base64_text(const uint8_t *bytes) {
    for (int i = 0; i < 8; i += 4) {
        uint8_t a = sextets[bytes[i]], b = sextets[bytes[i + 1]], c = sextets[bytes[i + 2]], d = sextets[bytes[i + 3]];
        uint8_t x = (uint8_t)(a << 2 | b >> 4), y = (uint8_t)(b << 4 | c >> 2), z = (uint8_t)(c << 6 | d);
        if ((x | y | z) >= 0x80 || !is_text(x) || !is_text(y) || !is_text(z)) return 0;
    }
    return 1;
}

/// Whether sixteen characters are hexadecimal digits that read as text.
static INLINE int is_hex_text(const uint8_t *bytes) {
    for (int i = 0; i < 16; i += 2) {
        if (!is_hex(bytes[i]) || !is_hex(bytes[i + 1])) return 0;
        uint8_t high = (uint8_t)(bytes[i] + (bytes[i] >> 6) * 9);
        uint8_t low = (uint8_t)(bytes[i + 1] + (bytes[i + 1] >> 6) * 9);
        if (!is_text((uint8_t)(high << 4 | (low & 15)))) return 0;
    }
    return 1;
}

/// Whether a token of a vendor may begin at byte `i` of the block: a short name, `_` or `-`, and soon thirty letters
/// and digits in a row; or a part of a known length with a dot behind it.
static INLINE int may_be_token(const place *p, int i) {
    uint64_t word = AHEAD(word, i), others = ~AHEAD(base64, i);
    size_t at = p->start + (size_t)i;
    int name = ~word ? __builtin_ctzll(~word) : 64, length = others ? __builtin_ctzll(others) : 64;
    uint8_t sign = byte_at(p, at + (size_t)name);
    if (name > 1 && name < 14 && (sign == '_' || sign == '-')) {
        // Where 2, 4, 8, 16 and 30 letters and digits begin; what stands behind these 64 bytes counts as such.
        uint64_t run = word & (word >> 1 | (uint64_t)1 << 63);
        run &= run >> 2 | (uint64_t)3 << 62;
        run &= run >> 4 | (uint64_t)15 << 60;
        run &= run >> 8 | (uint64_t)0xFF << 56;
        run &= run >> 14 | (uint64_t)0x3FFF << 50;
        // Four names come before it at most.
        uint64_t places = (((uint64_t)1 << (length < 58 ? length : 58)) - 1) & ~(uint64_t)7;
        if (run & ~(word << 1) & places) return 1;
    }
    if (length < 17 || length > 28 || byte_at(p, at + (size_t)length) != '.') return 0;
    if (length > 22) return p->base[at] >= 'M' && p->base[at] <= 'O';
    return length == 22 ? byte_at(p, at - 1) == '.' : length == 17;
}

/// Whether a wallet may begin at byte `i` of the block.
static INLINE int is_wallet_token(const place *p, int i) {
    if (!(p->call->tokens[p->block - 2] >> i & 1)) return 0;
    uint64_t word = AHEAD(word, i);
    return may_be_wallet(p->base + p->start + i, ~word ? __builtin_ctzll(~word) : 64);
}

/// Whether some of these checks may pass for a run that begins at byte `i` of the block; few bits tell, and no branch.
static INLINE int may_be_encoded(const place *p, int i, int is_last) {
    const uint8_t *run = p->base + p->start + i;
    uint8_t a = sextets[run[0]], b = sextets[run[1]], c = sextets[run[2]];
    uint8_t x = (uint8_t)(a << 2 | b >> 4), y = (uint8_t)(b << 4 | c >> 2);
    int is_text = (x < 0x80) & (y < 0x80) & (x >= 9);
    // The first digits of `09` and of all that is no control character.
    int is_hex_text = is_digit(run[0]) & is_digit(run[2]) & (run[0] != '1') & (run[2] != '1');
    const uint64_t *tokens = p->call->tokens + (p->block - 2);
    int has_token = is_last | ((tokens[0] | tokens[is_last ? 0 : 1]) != 0);
    uint64_t others = ~AHEAD(base64, i), dots = AHEAD(dot, i);
    int length = __builtin_ctzll(others | (uint64_t)1 << 63);
    int has_dot = (length > 16) & (length < 29) & (int)(dots >> length & 1);
    return is_text | is_hex_text | has_token | has_dot;
}

/// Marks those beginnings of runs of sixteen characters or more that may be encoded text or a token.
static INLINE void encoded_runs(place *p, size_t blocks, list *places, uint64_t *marks) {
    size_t known = 0;
    for (size_t n = 0; n < places->count; n++) {
        uint16_t at = places->places[n];
        int i = enter(p, at);
        places->places[known] = at;
        known += (size_t)may_be_encoded(p, i, p->block == blocks + 1);
    }
    for (size_t n = 0; n < known; n++) {
        int i = enter(p, places->places[n]);
        // The run has sixteen bytes, which therefore lie in the text.
        const uint8_t *run = p->base + p->start + i;
        if (is_base64_text(run) || is_hex_text(run) || may_be_token(p, i) || is_wallet_token(p, i)) {
            set(marks, places->places[n]);
        }
    }
}

/// Of dots with another one five bytes behind, those in `3c22.fb01.9a7e`.
static INLINE uint64_t dotted_hardware(const place *p, uint64_t dots) {
    uint64_t found = 0;
    for (uint64_t rest = dots; rest; rest &= rest - 1) {
        size_t at = p->start + (size_t)__builtin_ctzll(rest);
        if (at < p->lower + 4 || at + 10 > p->upper) continue;
        const uint8_t *dot = p->base + at;
        int digits = 0;
        for (int i = 1; i < 5; i++) digits += is_hex(dot[i]) && is_hex(dot[i - 5]) && is_hex(dot[i + 5]);
        if (digits == 4) found |= rest & -rest;
    }
    return found;
}

#endif
