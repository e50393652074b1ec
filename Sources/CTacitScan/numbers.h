#ifndef NUMBERS_H
#define NUMBERS_H

#include <string.h>

#include "classes.h"

// Most numbers of a log are nobody's. Which ones may be somebody's is said by how they are written and by the words
// before them, and both can be told from a few bits. What is turned away here, no verifier would take.

/// Whether one of the words on the line before byte `i` of the block may say what a number is.
static INLINE int has_word(const place *p, int i) {
    if (p->call->bare[p->block - 2] >> i & 1) return 0;
    // The nearest 64 bytes, and the 64 before these; the nearest byte is the highest.
    uint64_t letters[2] = {BEFORE(letter, i) | BEFORE(high, i), BEFORE_THAT(letter, i) | BEFORE_THAT(high, i)};
    uint64_t uppers[2] = {BEFORE(upper, i), BEFORE_THAT(upper, i)};
    uint64_t lines[2] = {BEFORE(line, i), BEFORE_THAT(line, i)};
    size_t at = p->start + (size_t)i;
    uint64_t behind = 0;
    // How many letters the word behind has, and where it starts, counted backwards from the number.
    int width = 0, behind_start = 0;
    for (int half = 0, words = 0, known = 0; half < 2; half++) {
        uint64_t all = letters[half], upper = uppers[half];
        if (lines[half]) all &= ~(((uint64_t)2 << (63 - __builtin_clzll(lines[half]))) - 1);
        // `cardNumber` is two words. The first eight of all bytes are too far away.
        uint64_t small = all & ~upper, none = half ? 0xFF : 0;
        uint64_t before = all << 1 | (half ? 0 : letters[1] >> 63);
        uint64_t small_before = small << 1 | (half ? 0 : (letters[1] & ~uppers[1]) >> 63);
        uint64_t starts = all & ~(before & ~(upper & small_before)) & ~none;
        for (; starts; words++) {
            if (words == 10 || known == 2) return 0;
            int start = 63 - __builtin_clzll(starts);
            starts ^= (uint64_t)1 << start;
            int length = ~(all >> start) ? __builtin_ctzll(~(all >> start)) : 64;
            if (half && length == 64 - start) length += ~letters[0] ? __builtin_ctzll(~letters[0]) : 64;
            int distance = 64 * (half + 1) - start;
            if (length > distance - behind_start) length = distance - behind_start;
            // Safe: letters stand in the text only.
            size_t stop = at - (size_t)(distance - length);
            uint64_t tail;
            if (stop >= 8) {
                memcpy(&tail, p->base + stop - 8, 8);
                tail |= 0x2020202020202020;
                if (length < 8) tail = tail >> (64 - 8 * length) << (64 - 8 * length);
            } else {
                tail = tacit_tail(p->base + stop - (size_t)length, (size_t)length);
            }
            if (length > 1 && has_tail(p->tables->words, tail)) return 1;
            // Two words with one sign between them may be known as one.
            int is_pair = width > 0 && width < 8 && distance - length - behind_start < 2;
            if (is_pair && has_tail(p->tables->words, behind | tail >> 8 * width)) return 1;
            if (length > 1 && length < 9 && is_behind_escape(p, stop - (size_t)length + 1)) {
                // `\nssn 5`: the first letter is an escape's.
                uint64_t rest = tail >> (72 - 8 * length) << (72 - 8 * length);
                if (length > 2 && has_tail(p->tables->words, rest)) return 1;
                if (is_pair && has_tail(p->tables->words, behind | rest >> 8 * width)) return 1;
            }
            behind = tail;
            width = length;
            behind_start = distance;
            // Of the words that were looked at before, the last may be one with the next.
            if (stop < *p->checked) known++;
        }
        if (lines[half]) break;
    }
    *p->checked = at;
    return 0;
}

/// A number as it is written: groups of letters and digits with one joint between them.
typedef struct {
    int count;
    /// How many letters and digits there are; and in the first group.
    int length, first;
    /// Where the digits are, with the joints left out.
    uint64_t digits;
    /// The lengths of the groups, four bits each, up to each group.
    uint32_t shapes[10];
    /// How many bytes it takes.
    int width;
    /// Whether more digits follow behind signs that only phone numbers are written with.
    int goes_on;
} chain;

static INLINE uint64_t ones(int count) { return count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0; }

/// The number that begins at `start`; `word` and `digit` say where letters and digits are in the 64 bytes from there
/// on.
static INLINE chain chain_at(const place *p, size_t start, uint64_t word, uint64_t digit) {
    chain c = {0};
    int i = 0;
    uint32_t shape = 0;
    while (c.count < 10 && i < 64) {
        uint64_t rest = ~(word >> i);
        int length = rest ? __builtin_ctzll(rest) : 64;
        if (length == 0 || c.length + length > 40) break;
        c.digits |= (digit >> i & ones(length)) << c.length;
        c.length += length;
        if (c.count == 0) c.first = length;
        shape = shape << 4 | (uint32_t)(length < 15 ? length : 15);
        c.shapes[c.count++] = shape;
        i += length;
        c.width = i;
        uint8_t joint = byte_at(p, start + (size_t)i);
        switch (joint) {
        case ' ': case '-': case '.': case '/': case '(': i++; break;
        case 0xC2: i += byte_at(p, start + (size_t)i + 1) == 0xA0 ? 2 : 64; break;
        case 0xE2: c.goes_on = 1; i += byte_at(p, start + (size_t)i + 1) == 0x80 ? 3 : 64; break;
        case ')': c.goes_on = 1; return c;
        default: return c;
        }
        if (i < 64 && !(word >> i & 1)) {
            uint8_t second = byte_at(p, start + (size_t)i);
            if (second == ' ' || second == '-' || second == '(' || second == ')' || second == '.' || second == '/' ||
                second == 0xE2 || second == 0xC2) c.goes_on = 1;
            return c;
        }
    }
    return c;
}

/// Whether the groups of a number are those of a known one that asks for words no more than this (`tacit_format`), with
/// digits and letters in the right places.
static INLINE int is_grouped(const place *p, uint32_t shape, uint64_t digits, uint32_t words) {
    const uint16_t *range = p->tables->grouped_starts + (tacit_shape_hash(shape) & 255);
    for (int i = range[0]; i < range[1]; i++) {
        const tacit_format *f = &p->tables->grouped[i];
        if (f->shape == shape && !(f->digits & ~digits) && !(f->letters & digits) && f->words <= words) return 1;
    }
    return 0;
}

/// Whether a known number may begin with a group of so many letters and digits and those behind the sign that follows
/// it.
static INLINE int is_beginning(const place *p, int first, uint64_t word) {
    uint64_t rest = word >> first >> 1;
    int second = __builtin_ctzll(~rest);
    int third = __builtin_ctzll(~(rest >> second >> 1));
    uint32_t groups = (uint32_t)(first < 15 ? first : 15) << 8 | (uint32_t)(second < 15 ? second : 15) << 4;
    return has_bit(p->tables->beginnings, groups | (uint32_t)(third < 15 ? third : 15));
}

/// Whether one of the groupings of a number is known; so many letters may stand before it as a group of their own.
static INLINE int has_shape(const place *p, const chain *c, int head, uint32_t words) {
    for (int n = head ? 0 : 1; n < c->count && n < 8; n++) {
        uint32_t shape = c->shapes[n] | (n < 7 ? (uint32_t)head << 4 * (n + 1) : 0);
        if (!has_bit(p->tables->shapes, tacit_shape_hash(shape))) continue;
        if (is_grouped(p, shape, c->digits << head, words)) return 1;
    }
    return 0;
}

/// Whether so many letters and digits at `start` are a number that tells by its format alone.
static INLINE int has_format(const place *p, int length, uint64_t digits, size_t start) {
    if (length < 8 || length > 20) return 0;
    uint64_t found = digits & ones(length), head;
    // Eight letters and digits at least stand there.
    memcpy(&head, p->base + start, 8);
    const uint16_t *range = p->tables->format_starts + length;
    for (int i = range[0]; i < range[1]; i++) {
        const tacit_format *f = &p->tables->formats[i];
        if (!(f->digits & ~found) && !(f->letters & found) && (head & f->head_mask) == f->head) return 1;
    }
    return 0;
}

/// How far a number reaches that begins with the digits at byte `i` of the block, if a blank and a date stand behind
/// these: `U11 2005-06-03` is not one number.
static INLINE int end_before_date(const place *p, int i) {
    uint64_t digit = AHEAD(digit, i), dash = AHEAD(dash, i);
    int run = __builtin_ctzll(~digit | (uint64_t)1 << 63), by = (run + 1) & 63;
    int is_date = ((digit >> by & 0x3FF) == 0x36F) & ((dash >> by & 0x3FF) == 0x90) & (run < 13);
    // Few are, so what follows is seldom asked.
    return is_date && byte_at(p, p->start + (size_t)(i + run)) == ' ' ? run : 64;
}

static INLINE int is_group_joint(uint8_t b) {
    return b == ' ' || b == '-' || b == '.' || b == '/' || b == '(' || b == ')' || b == 0xC2 || b == 0xA0;
}

/// Whether the groups of digits at byte `i` have six digits, or a letter touches them, or what comes before is no
/// ASCII.
static INLINE int is_long_enough(const place *p, int i) {
    uint64_t digit = AHEAD(digit, i), chain = digit | AHEAD(joint, i), letter = AHEAD(letter, i) | AHEAD(high, i);
    uint64_t end = ~chain & (chain + 1);
    // All of them are bits where there is no end.
    uint64_t within = end - 1;
    return (__builtin_popcountll(digit & within) > 5) | ((end >> 1 & digit) != 0 & (end & letter) != 0) | (end == 0) |
           (byte_at(p, p->start + (size_t)i - 1) >= 0x80);
}

/// Whether a sum of doubled digits fits (Luhn).
static INLINE int is_luhn(const uint8_t *digits, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
        int digit = digits[count - 1 - i] - '0';
        sum += i & 1 ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
    }
    return sum % 10 == 0;
}

/// Whether groups of digits with up to three signs between them are written like a phone number: `0532 123 45 67`,
/// `(415) 555-0132`, `1-800-555-0199`, `0049 (151) 12345678`.
static INLINE int is_phone_shape(const place *p, size_t at) {
    size_t i = at;
    int total = 0;
    for (int groups = 1; groups < 7 && total < 18; groups++) {
        while (is_digit(byte_at(p, i))) {
            total++;
            i++;
        }
        int is_trunk = p->base[at] == '0';
        if (total == 10 && groups == 3) return 1;
        if (total == 11 && groups == 4 && p->base[at] == '1') return 1;
        if (is_trunk && groups > 2 && (total == 10 || total == 11)) return 1;
        if (is_trunk && total > 8 && byte_at(p, at + 1) == '0' && byte_at(p, at + 2) != '0') return 1;
        int gap = 0;
        while (gap < 9 && !is_digit(byte_at(p, i))) {
            uint8_t b = byte_at(p, i);
            if (!is_group_joint(b) && b != 0xE2 && (b < 0x80 || b >= 0xC0)) return 0;
            gap++;
            i++;
        }
        if (gap == 0 || gap == 9) return 0;
    }
    return 0;
}

/// Whether there are as many digits in as many groups as phone numbers have, which begins with `run` of them.
static INLINE int may_be_phone(const place *p, int i, int run, int is_trunk) {
    uint64_t digit = AHEAD(digit, i), chain = digit | AHEAD(joint, i) | AHEAD(high, i);
    uint64_t within = (~chain & (chain + 1)) - 1;
    int groups = __builtin_popcountll(digit & ~(digit << 1) & within);
    return __builtin_popcountll(digit & within) > 8 && (is_trunk || (run < 9 && groups > 2));
}

/// Whether a degree with four decimals and then another degree stand at `at`.
static INLINE int is_pair_of_degrees(const place *p, size_t at) {
    size_t i = at;
    while (i - at < 4 && is_digit(byte_at(p, i))) i++;
    if (byte_at(p, i) != '.') return 0;
    size_t point = i++;
    while (i - point < 20 && is_digit(byte_at(p, i))) i++;
    if (i - point < 5) return 0;
    // A sign of degrees, a direction, a separator.
    size_t gap = i;
    while (i - gap < 10 && !is_digit(byte_at(p, i))) i++;
    size_t second = i;
    while (i - second < 4 && is_digit(byte_at(p, i))) i++;
    return i > second && byte_at(p, i) == '.';
}

/// Whether IBANs begin with these two letters.
static INLINE int is_country(const place *p, size_t start) {
    uint32_t country = (uint32_t)(p->base[start] & 31) << 5 | (p->base[start + 1] & 31);
    return has_bit(p->tables->countries, country);
}

/// Whether the groups of a number, the first of which has so many letters and digits, so many of them digits first, say
/// that it is of interest.
static INLINE int is_grouped_number(const place *p, int i, int first, int run) {
    size_t at = p->start + (size_t)i;
    uint8_t before = byte_at(p, at - 1), second = byte_at(p, at - 2), joint = byte_at(p, at + (size_t)first);
    uint64_t word = AHEAD(word, i), digit = AHEAD(digit, i);
    int is_trunk = p->base[at] == '0', is_alone = is_line_end(before), is_ascii = is_group_joint(joint) && joint < 0x80;
    int is_behind_letters = (before == ' ' || before == '-') && is_upper(second);
    if (!is_alone && !is_behind_letters && first < 40) {
        // Most have no sign behind the first group, or groups that go with none that are known.
        if (!is_ascii && joint != 0xE2 && joint != 0xC2) return 0;
        int may_be_known = !is_ascii || is_beginning(p, first, word);
        if (!may_be_known && !may_be_phone(p, i, run, is_trunk)) return 0;
    }
    chain c = chain_at(p, at, word, digit);
    // `%1109 2122`: the first digits may be an escape's, and not the number's.
    if (c.width > 60 || has_shape(p, &c, 0, before == '%' ? 2 : joint != ' ')) return 1;
    if ((c.goes_on || (c.count > 1 && (is_trunk || p->base[at] == '1'))) && is_phone_shape(p, at)) return 1;
    if (is_behind_letters) {
        // Letters belong to the number: `AB 12 34 56 C`.
        int letters = 1;
        while (letters < 8 && is_upper(byte_at(p, at - 2 - (size_t)letters))) letters++;
        int is_all = is_line_end(byte_at(p, at - 2 - (size_t)letters)) && is_line_end(byte_at(p, at + (size_t)c.width));
        if (letters < 8 && has_shape(p, &c, letters, before != ' ' || is_all)) return 1;
        if ((c.digits << letters & 0xFE3) == 0x7E0 && c.length + letters > 15) return 1;
    }
    // The number is all there is on its line.
    return is_alone && is_line_end(byte_at(p, at + (size_t)c.width));
}

/// Whether a number whose first digit stands at byte `i` of the block, and no letter or digit before it, is of
/// interest.
static INLINE int may_be_plain(const place *p, int i) {
    size_t at = p->start + (size_t)i;
    uint8_t before = byte_at(p, at - 1);
    uint64_t digit = AHEAD(digit, i), word = AHEAD(word, i);
    int run = ~digit ? __builtin_ctzll(~digit) : 64, first = ~word ? __builtin_ctzll(~word) : 64;
    uint8_t next = byte_at(p, at + (size_t)run);
    if (end_before_date(p, i) < 6 && before != '+') return 0;
    if (before == '+' || (before == '(' && run == 3 && next == ')')) return 1;
    if (((next == ':') | (next == '|')) & (run >= 8)) {
        if (next == ':' ? byte_at(p, at + (size_t)run + 1) == 'A' : run > 12) return 1;
    }
    if (has_format(p, first, digit, at) || is_grouped_number(p, i, first, run)) return 1;
    // A card, or a wallet that begins with a digit.
    if (((run == first) & (run >= 12) & (run <= 16)) && is_luhn(p->base + at, run)) return 1;
    // The second track of a card, in a message's hexadecimal digits.
    if ((next == 'D') & (run >= 13) & (run <= 19) && is_luhn(p->base + at, run)) return 1;
    if (run < first && may_be_wallet(p->base + at, first)) return 1;
    if (((next == '.') & (run <= 3) & ((digit >> ((run + 1) & 63) & 15) == 15)) && is_pair_of_degrees(p, at)) return 1;
    return has_word(p, i);
}

/// The same for a run of digits at byte `i` of the block that belongs to a token which begins `left` bytes before.
static INLINE int may_be_lettered(const place *p, int i, int left) {
    size_t at = p->start + (size_t)i, token = at - (size_t)left;
    // `\nDE89…`: the first letter is an escape's.
    if (left > 1 && is_behind_escape(p, token + 1)) token++, left--;
    uint8_t before = byte_at(p, token - 1);
    if (left > 63 || before == '_' || before == '@' || before == '%' || before == '&') return 0;
    // `0x00544ef0` is an address in memory; those of wallets are found as literals.
    if (p->base[token] == '0' && p->base[token + 1] == 'x') return 0;
    uint64_t word = AHEAD(word, i) << left | BEFORE(word, i) >> (64 - left);
    uint64_t digit = AHEAD(digit, i) << left | BEFORE(digit, i) >> (64 - left);
    size_t start = token;
    if (before == '-' || before == '.') {
        uint8_t second = byte_at(p, token - 2);
        if (is_digit(second) || (is_letter(second) && second < 0x80)) {
            // `1EG4-TE5-MK73`: the whole begins further left.
            int part = 1;
            while (part < 6 && (is_digit(byte_at(p, token - 1 - (size_t)part)) ||
                                (uint8_t)((byte_at(p, token - 1 - (size_t)part) | 0x20) - 'a') < 26)) part++;
            uint8_t outside = byte_at(p, token - 1 - (size_t)part);
            if (left > 12 || part > 5 || outside == '-' || outside == '_' || outside >= 0x80) return 0;
            int width = left + part;
            word = AHEAD(word, i) << width | BEFORE(word, i) >> (64 - width);
            digit = AHEAD(digit, i) << width | BEFORE(digit, i) >> (64 - width);
            start = token - (size_t)part;
        }
    }
    int end = end_before_date(p, i);
    if (end < 64) word &= ones((int)(token - start) + left + end);
    chain c = chain_at(p, start, word, digit);
    int whole = ~word ? __builtin_ctzll(~word) : 64;
    if (start == token && whole >= 26) {
        // Wallets.
        if (may_be_wallet(p->base + token, whole)) return 1;
        int hrp = __builtin_ctzll(digit);
        if (whole > 32 && hrp > 1 && hrp < 11 && p->base[token + (size_t)hrp] == '1') return 1;
        if (whole > 40) return 0;
    }
    if (c.length < 7) return 0;
    if (c.width > 60) return 1;
    // An IBAN.
    if ((c.digits & 15) == 12 && c.length > 14 && is_country(p, start)) return 1;
    int is_joined = byte_at(p, start + (size_t)c.first) != ' ';
    if (has_shape(p, &c, 0, is_joined) || has_format(p, c.first, c.digits, start)) return 1;
    // A British driving licence.
    if ((c.digits & 0xFE3) == 0x7E0 && c.length > 15) return 1;
    if (is_line_end(byte_at(p, start - 1)) && is_line_end(byte_at(p, start + (size_t)c.width))) return 1;
    return c.first <= 20 && has_word(p, i);
}

/// Marks those first digits, with no letter or digit before them, of what a detector has to look at.
static INLINE void plain_numbers(place *p, list *places, uint64_t *marks) {
    size_t known = 0;
    for (size_t n = 0; n < places->count; n++) {
        uint16_t at = places->places[n];
        int i = enter(p, at);
        places->places[known] = at;
        known += (size_t)is_long_enough(p, i);
    }
    for (size_t n = 0; n < known; n++) {
        int i = enter(p, places->places[n]);
        if (may_be_plain(p, i)) set(marks, places->places[n]);
    }
}

/// The same for those behind letters.
static INLINE void lettered_numbers(place *p, list *places, uint64_t *marks) {
    // They come in an order of their own.
    p->checked++;
    for (size_t n = 0; n < places->count; n++) {
        int i = enter(p, places->places[n]);
        uint64_t others = ~BEFORE(word, i);
        if (may_be_lettered(p, i, others ? __builtin_clzll(others) : 64)) set(marks, places->places[n]);
    }
}

#endif
