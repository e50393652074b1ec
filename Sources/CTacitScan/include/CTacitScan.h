#ifndef CTACITSCAN_H
#define CTACITSCAN_H

#include <stddef.h>
#include <stdint.h>

/// A literal as it is compared: its first sixteen bytes, lower case where `fold` says so, and which of the 64 bytes
/// from its third one on have to be characters of base64url or base64.
typedef struct {
    uint64_t bytes[2], mask[2], fold[2], run;
    /// 1 if it may begin anywhere, not only where a word does.
    uint32_t anywhere;
    /// 1 + the index of the next literal with the same hash, or 0.
    uint32_t next;
} tacit_literal;

/// A number that no word needs to stand before: where it has digits and letters, a bit each; how it begins, or how it
/// is grouped.
typedef struct {
    uint64_t digits, letters;
    uint64_t head, head_mask;
    uint32_t shape;
    /// When a word has to stand before it: 0 never, 1 if a space joins its groups, as in lists of numbers, 2 always.
    uint32_t words;
} tacit_format;

/// What the scan looks for.
typedef struct {
    /// Fingerprints of the first three bytes of the literals that may begin anywhere, for up to 8 buckets of them: bit
    /// `k` of `low[j][n]` says that bucket `k` admits a byte with the low nibble `n` at place `j`; `high` says so for
    /// the high nibble.
    uint8_t low[3][16];
    uint8_t high[3][16];
    /// The same by the low seven bits of a byte, for vectors of 64 bytes: literals that may begin anywhere in the first
    /// 8 buckets, those that begin a word in 16 more.
    uint8_t triples[3][3][128];
    /// Which fourth bytes literals have whose first three have this hash, a bit for each of their low five bits; 8192
    /// entries, by `tacit_triple`. All of them where there is one of three bytes.
    const uint32_t *fourths;
    /// The literals of three bytes; 65536 bits, by `tacit_three`.
    const uint64_t *threes;
    /// The first five bytes of longer ones, and all fives that one of four bytes begins; 65536 bits, by `tacit_five`.
    const uint64_t *fives;
    /// Whether a key may end in these three letters; a bit each, by `tacit_ending`.
    uint64_t endings[512];
    /// Whether such a word of four letters or more may end in these four; 32768 bits, by `tacit_hash`.
    const uint64_t *key_fours;
    /// Words that a key may end in; 65536 bits, two a word, by `tacit_tail_hash`.
    const uint64_t *keys;
    /// Words behind a key that say how its value is encoded; likewise.
    const uint64_t *encodings;
    /// Words that may say what a number is; likewise.
    const uint64_t *words;
    /// For each hash, 1 + the index of the first literal with it, or 0.
    const uint16_t *heads;
    const tacit_literal *literals;
    /// Whether a number may be grouped in this way; 16384 bits, by `tacit_shape_hash`.
    const uint64_t *shapes;
    /// The grouped formats, by the hash of their shape; those with the hash `h` modulo 256 are `grouped_starts[h] ..<
    /// grouped_starts[h + 1]`.
    const tacit_format *grouped;
    uint16_t grouped_starts[257];
    /// Whether the first three groups of a grouped format have these lengths, four bits each; any third one where it
    /// has two.
    uint64_t beginnings[64];
    /// The formats that tell by themselves, by the number of letters and digits; those of length `n` are
    /// `format_starts[n] ..< format_starts[n + 1]`.
    const tacit_format *formats;
    uint16_t format_starts[24];
    /// The countries whose accounts have an IBAN: five bits of each letter.
    uint64_t countries[16];
} tacit_scan_tables;

/// The hash of four bytes, the same for upper and lower case, below 32768. Of a literal of three bytes, the fourth is
/// 0.
static inline uint32_t tacit_hash(uint32_t bytes) { return ((bytes | 0x20202020) * 0x9E3779B1u) >> 17; }

/// The hash of the first three of four bytes, the same for upper and lower case, below 8192.
static inline uint32_t tacit_triple(uint32_t bytes) { return (((bytes & 0xFFFFFF) | 0x202020) * 0x9E3779B1u) >> 19; }

/// The same, below 65536; `tacit_triple` are its highest bits.
static inline uint32_t tacit_three(uint32_t bytes) { return (((bytes & 0xFFFFFF) | 0x202020) * 0x9E3779B1u) >> 16; }

/// The hash of five bytes, the same for upper and lower case, below 65536.
static inline uint32_t tacit_five(uint32_t bytes, uint8_t fifth) {
    return ((bytes | 0x20202020) * 0x9E3779B1u) >> 16 ^ (uint32_t)(fifth & 31) << 11;
}

/// The number of three letters, the same for upper and lower case, below 32768.
static inline uint32_t tacit_ending(uint8_t a, uint8_t b, uint8_t c) {
    return (uint32_t)(a & 31) << 10 | (uint32_t)(b & 31) << 5 | (uint32_t)(c & 31);
}

/// The last eight bytes of a word, or all of a shorter one: the last byte highest, upper case as lower case.
static inline uint64_t tacit_tail(const uint8_t *word, size_t length) {
    uint64_t tail = 0;
    for (size_t i = length > 8 ? length - 8 : 0; i < length; i++) tail = tail >> 8 | (uint64_t)(word[i] | 0x20) << 56;
    return tail;
}
/// Two numbers below 65536, in the low and high half.
static inline uint32_t tacit_tail_hash(uint64_t tail) {
    return (uint32_t)(((tail ^ tail >> 33) * 0x9E3779B97F4A7C15u) >> 32);
}
/// The hash of the lengths of a number's groups, four bits each; below 16384.
static inline uint32_t tacit_shape_hash(uint32_t shape) { return (shape * 0x9E3779B1u) >> 18; }

/// Looks at the bytes from `start` to `end`, 64 at a time, and says where a detector has to look closer.
///
/// The text is `base[lower..<upper]`; bytes outside of it count as 0 and are not read, so the answer depends on the
/// text alone. Needs `lower <= start`. Bit `i` of `marks[b]` stands for the byte `start + 64 * b + i`, before `end`; it
/// is set at
/// - the first digit of a run that is, or belongs to, what may be an address with dots, a number that is grouped or
///   formed like one that is known, or any number behind a word that may say what it is (numbers.h);
/// - `=` and `:` behind what may be a key; every `=` if `every_pair`;
/// - `:` before `//` if `@` follows, and the first `:` of what may be an address with colons;
/// - `@`; the first `-` of five at distances of three; the first `.` of what may be an address with dots in
///   hexadecimal;
/// - the first of the characters in a row that may be written for ASCII digits or signs, or that can't be seen;
/// - the beginning of a run of 16 or more characters of base64 or base64url that reads as text or may be a token.
/// A bit of `literals[b]` is set at the third byte of what may be a literal, as far as its first sixteen bytes tell:
/// one that begins with a letter or digit stands behind none, is a capital behind no capital or a letter behind a
/// digit, unless it may begin anywhere. No bit depends on what stands more than 128 bytes to its left.
void tacit_scan(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower, size_t upper,
                size_t start, size_t end, uint64_t *marks, uint64_t *literals);

/// The same without vector instructions.
void tacit_scan_portable(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                         size_t upper, size_t start, size_t end, uint64_t *marks, uint64_t *literals);

/// The offset of the first `byte`, or `count`; of the byte behind the last one, or 0.
size_t tacit_first(const uint8_t *bytes, uint8_t byte, size_t count);
size_t tacit_behind_last(const uint8_t *bytes, uint8_t byte, size_t count);

/// From `place` on, in steps of `step`, the first place of which `marks` says that a needle may have its `size` bytes
/// there, with the mark; `count` where there is none. `size` is 1 to 8; `marks` has `1 << power` entries, by
/// `tacit_mark`.
size_t tacit_next_mark(const uint8_t *bytes, size_t place, size_t count, size_t step, size_t size,
                       const uint8_t *marks, unsigned power, uint8_t *mark);

/// The hash of a word of up to eight bytes, the first one lowest, below `1 << power`.
static inline uint64_t tacit_mark(uint64_t word, unsigned power) {
    return (word * 0x9E3779B97F4A7C15u) >> (64 - power);
}

#endif
