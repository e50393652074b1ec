#include "CTacitScan.h"

#include <string.h>

#include "classes.h"
#include "encodings.h"
#include "keys.h"
#include "numbers.h"

// Words are loaded from memory as they stand there.
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte is the lowest");

// Every variant below classifies exactly 64 bytes that lie behind four more and before eight more; where the text ends
// earlier, they are copied into a block of zeros first, so nothing outside of the text is ever read.

/// The bytes at `at - 4 ..< at + 72`, or a copy of those that lie in the text.
static inline const uint8_t *whole_block(const uint8_t *base, size_t lower, size_t upper, ptrdiff_t at, uint8_t *copy) {
    if (at - 4 >= (ptrdiff_t)lower && at + 72 <= (ptrdiff_t)upper) return base + at;
    memset(copy, 0, 76);
    ptrdiff_t from = at - 4 > (ptrdiff_t)lower ? at - 4 : (ptrdiff_t)lower;
    ptrdiff_t to = at + 72 < (ptrdiff_t)upper ? at + 72 : (ptrdiff_t)upper;
    if (from < to) memcpy(copy + (from - (at - 4)), base + from, (size_t)(to - from));
    return copy + 4;
}

// A class is one bit of the product of a set of low and a set of high nibbles.
enum {
    SIGNS = 1,       // + - /
    DIGITS = 2,      // 0-9
    FIRST_HALF = 4,  // A-O a-o
    LAST_HALF = 8,   // P-Z p-z
    UNDERSCORE = 16,
    SEPARATORS = 32,  // : =
    SIGN_AT = 64,
    HYPHEN = 128,
    CLASS_SPECIAL = DIGITS | SEPARATORS | SIGN_AT | HYPHEN,
    CLASS_WORD = DIGITS | FIRST_HALF | LAST_HALF,
    CLASS_BASE64 = SIGNS | DIGITS | FIRST_HALF | LAST_HALF | UNDERSCORE
};

/// By low nibble, by high nibble.
static const uint8_t class_table[2][16] = {
    {DIGITS | LAST_HALF | SIGN_AT, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, FIRST_HALF | LAST_HALF | SEPARATORS, SIGNS | FIRST_HALF, FIRST_HALF,
     SIGNS | FIRST_HALF | SEPARATORS | HYPHEN, FIRST_HALF, SIGNS | FIRST_HALF | UNDERSCORE},
    {0, 0, SIGNS | HYPHEN, DIGITS | SEPARATORS, FIRST_HALF | SIGN_AT, LAST_HALF | UNDERSCORE, FIRST_HALF, LAST_HALF},
};

// MARK: Without vector instructions

static void portable_block(const tacit_scan_tables *t, const uint8_t *base, size_t lower, size_t upper, ptrdiff_t at,
                           classes *c) {
    if (at >= (ptrdiff_t)upper || at + 64 <= (ptrdiff_t)lower) {
        *c = (classes){.is_detailed = 1};
        return;
    }
    const uint8_t *p = whole_block(base, lower, upper, at, c->copy);
    c->special = c->high = c->base64 = c->word = c->dot = c->triple = 0;
    for (int i = 0; i < 64; i++) {
        uint64_t bit = (uint64_t)1 << i;
        uint8_t class = class_table[0][p[i] & 15] & class_table[1][p[i] >> 4];
        if (class & CLASS_SPECIAL) c->special |= bit;
        if (class & CLASS_BASE64) c->base64 |= bit;
        if (p[i] >= 0x80) c->high |= bit;
        if (class & CLASS_WORD) c->word |= bit;
        if (p[i] == '.') c->dot |= bit;
        uint8_t bucket = 0xFF;
        for (int j = 0; j < 3; j++) bucket &= t->low[j][p[i - 2 + j] & 15] & t->high[j][p[i - 2 + j] >> 4];
        if (bucket) c->triple |= bit;
    }
    c->is_detailed = 0;
    c->bytes = p;
}

static void portable_detail(classes *c) {
    if (c->is_detailed) return;
    c->is_detailed = 1;
    c->digit = c->letter = c->upper = c->joint = c->dash = c->colon = c->equals = c->at = c->line = c->slash = 0;
    for (int i = 0; i < 64; i++) {
        uint8_t b = c->bytes[i];
        uint64_t bit = (uint64_t)1 << i;
        if ((uint8_t)(b - '0') < 10) c->digit |= bit;
        if ((uint8_t)((b | 0x20) - 'a') < 26) c->letter |= bit;
        if ((uint8_t)(b - 'A') < 26) c->upper |= bit;
        if (b == ' ' || b == '-' || b == '.' || b == '/' || b == '(' || b == ')' || b == 0xC2 || b == 0xA0)
            c->joint |= bit;
        if (b == '-') c->dash |= bit;
        if (b == ':') c->colon |= bit;
        if (b == '=') c->equals |= bit;
        if (b == '@') c->at |= bit;
        if (b == '/') c->slash |= bit;
        if (b == '\n' || b == '\r') c->line |= bit;
    }
}

#define NAME(x) portable_##x
#define TARGET
#include "kernel.h"
#undef NAME
#undef TARGET

void tacit_scan_portable(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower,
                         size_t upper, size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    portable_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
}

#if defined(__x86_64__)

#include <immintrin.h>

// MARK: AVX2

#define TARGET __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define NAME(x) avx2_##x
#define VECTOR __m256i
#define LANES 32
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))
#define TABLE(p) _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)(p)))
#define SPLAT(b) _mm256_set1_epi8((char)(b))
#define SAME(a, b) _mm256_cmpeq_epi8(a, b)
#define AND(a, b) _mm256_and_si256(a, b)
#define OR(a, b) _mm256_or_si256(a, b)
#define MINUS(a, b) _mm256_sub_epi8(a, b)
#define LEAST(a, b) _mm256_min_epu8(a, b)
#define LOOKUP(t, i) _mm256_shuffle_epi8(t, i)
#define HIGH_NIBBLES(v) _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15))
#define HIGH_BITS(v) (v)
#define BITS(v) ((uint64_t)(uint32_t)_mm256_movemask_epi8(v))
#include "vector.h"
#include "kernel.h"
#include "undefine.h"

// MARK: SSSE3

#define TARGET __attribute__((target("ssse3")))
#define NAME(x) ssse3_##x
#define VECTOR __m128i
#define LANES 16
#define LOAD(p) _mm_loadu_si128((const __m128i *)(const void *)(p))
#define TABLE(p) LOAD(p)
#define SPLAT(b) _mm_set1_epi8((char)(b))
#define SAME(a, b) _mm_cmpeq_epi8(a, b)
#define AND(a, b) _mm_and_si128(a, b)
#define OR(a, b) _mm_or_si128(a, b)
#define MINUS(a, b) _mm_sub_epi8(a, b)
#define LEAST(a, b) _mm_min_epu8(a, b)
#define LOOKUP(t, i) _mm_shuffle_epi8(t, i)
#define HIGH_NIBBLES(v) _mm_and_si128(_mm_srli_epi16(v, 4), _mm_set1_epi8(15))
#define HIGH_BITS(v) (v)
#define BITS(v) ((uint64_t)(uint32_t)_mm_movemask_epi8(v))
#include "vector.h"
#include "kernel.h"
#include "undefine.h"

void tacit_scan(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower, size_t upper,
                size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    // The processor is asked once by the runtime; these are loads of a word.
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) {
        avx2_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
    } else if (__builtin_cpu_supports("ssse3")) {
        ssse3_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
    } else {
        portable_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
    }
}

#elif defined(__aarch64__)

#include <arm_neon.h>

// MARK: NEON, which every arm64 processor has

/// One bit for each of 16 bytes that are 0 or 0xFF.
static inline uint64_t neon_bits(uint8x16_t v) {
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t weighted = vandq_u8(v, vld1q_u8(weights));
    return (uint64_t)vaddv_u8(vget_low_u8(weighted)) | (uint64_t)vaddv_u8(vget_high_u8(weighted)) << 8;
}

#define TARGET
#define NAME(x) neon_##x
#define VECTOR uint8x16_t
#define LANES 16
#define LOAD(p) vld1q_u8(p)
#define TABLE(p) vld1q_u8(p)
#define SPLAT(b) vdupq_n_u8((uint8_t)(b))
#define SAME(a, b) vceqq_u8(a, b)
#define AND(a, b) vandq_u8(a, b)
#define OR(a, b) vorrq_u8(a, b)
#define MINUS(a, b) vsubq_u8(a, b)
#define LEAST(a, b) vminq_u8(a, b)
#define LOOKUP(t, i) vqtbl1q_u8(t, i)
#define HIGH_NIBBLES(v) vshrq_n_u8(v, 4)
#define HIGH_BITS(v) vcgeq_u8(v, vdupq_n_u8(0x80))
#define BITS(v) neon_bits(v)
#include "vector.h"
#include "kernel.h"
#include "undefine.h"

void tacit_scan(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower, size_t upper,
                size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    neon_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
}

#else

void tacit_scan(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower, size_t upper,
                size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    portable_scan(t, every_pair, base, lower, upper, start, blocks, marks, literals);
}

#endif

size_t tacit_first(const uint8_t *bytes, uint8_t byte, size_t count) {
    if (count == 0) return 0;
    const uint8_t *found = memchr(bytes, byte, count);
    return found ? (size_t)(found - bytes) : count;
}

size_t tacit_behind_last(const uint8_t *bytes, uint8_t byte, size_t count) {
    const uint64_t all = 0x0101010101010101u * byte;
    for (; count >= 8; count -= 8) {
        uint64_t word;
        memcpy(&word, bytes + count - 8, 8);
        word ^= all;
        // Some byte is zero now.
        if ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u) break;
    }
    while (count > 0 && bytes[count - 1] != byte) count--;
    return count;
}
