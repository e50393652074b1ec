#include "CTacitScan.h"

#include <string.h>

#include "classes.h"
#include "encodings.h"
#include "keys.h"
#include "literals.h"
#include "numbers.h"

// MARK: Bits of one block, and of four

// What was just written block by block is read fastest block by block; so are short texts.
#define BULK(x) bulk_one_##x
#define LANES_COUNT 1
#define lanes uint64_t
#include "bulk.h"

typedef uint64_t four_blocks __attribute__((vector_size(32)));
#define BULK(x) bulk_four_##x
#define LANES_COUNT 4
#define lanes four_blocks
#include "bulk.h"

// Words are loaded from memory as they stand there.
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte is the lowest");

// A class is one bit of the product of a set of low and a set of high nibbles.
enum {
    SIGNS = 1,       // + - /
    DIGITS = 2,      // 0-9
    FIRST_HALF = 4,  // A-O a-o
    LAST_HALF = 8,   // P-Z p-z
    UNDERSCORE = 16,
    CLASS_WORD = DIGITS | FIRST_HALF | LAST_HALF,
    CLASS_BASE64 = SIGNS | DIGITS | FIRST_HALF | LAST_HALF | UNDERSCORE
};

/// By low nibble, by high nibble.
static const uint8_t class_table[2][16] = {
    {DIGITS | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF, DIGITS | FIRST_HALF | LAST_HALF,
     DIGITS | FIRST_HALF | LAST_HALF, FIRST_HALF | LAST_HALF, SIGNS | FIRST_HALF, FIRST_HALF,
     SIGNS | FIRST_HALF, FIRST_HALF, SIGNS | FIRST_HALF | UNDERSCORE},
    {0, 0, SIGNS, DIGITS, FIRST_HALF, LAST_HALF | UNDERSCORE, FIRST_HALF, LAST_HALF},
};

/// No byte of a block is of any class.
static inline void clear_classes(classes *c, size_t k) {
    c->digit[k] = c->letter[k] = c->upper[k] = c->word[k] = c->base64[k] = c->high[k] = c->joint[k] = c->dot[k] = 0;
    c->underscore[k] = c->dash[k] = c->slash[k] = c->colon[k] = c->equals[k] = c->at[k] = c->line[k] = c->escape[k] = 0;
    c->triple[k] = c->begin[k] = 0;
}

// MARK: Without vector instructions

static void portable_block(const tacit_scan_tables *t, const uint8_t *base, size_t lower, size_t upper, ptrdiff_t at,
                           classes *c, size_t k) {
    uint8_t copy[76];
    const uint8_t *p = whole_block(base, lower, upper, at, copy);
    clear_classes(c, k);
    c->begin[k] = ~(uint64_t)0;
    for (int i = 0; i < 64; i++) {
        uint8_t b = p[i];
        uint64_t bit = (uint64_t)1 << i;
        uint8_t class = class_table[0][b & 15] & class_table[1][b >> 4];
        if (class & CLASS_BASE64) c->base64[k] |= bit;
        if (class & CLASS_WORD) c->word[k] |= bit;
        if (b >= 0x80) c->high[k] |= bit;
        uint8_t bucket = 0xFF;
        for (int j = 0; j < 3; j++) bucket &= t->low[j][p[i - 2 + j] & 15] & t->high[j][p[i - 2 + j] >> 4];
        if (bucket) c->triple[k] |= bit;
        if (is_digit(b)) c->digit[k] |= bit;
        if ((uint8_t)((b | 0x20) - 'a') < 26) c->letter[k] |= bit;
        if (is_upper(b)) c->upper[k] |= bit;
        if (b == ' ' || b == '-' || b == '.' || b == '/' || b == '(' || b == ')' || b == 0xC2 || b == 0xA0)
            c->joint[k] |= bit;
        if (b == '.') c->dot[k] |= bit;
        if (b == '-') c->dash[k] |= bit;
        if (b == '_') c->underscore[k] |= bit;
        if (b == '/') c->slash[k] |= bit;
        if (b == ':') c->colon[k] |= bit;
        if (b == '=') c->equals[k] |= bit;
        if (b == '@') c->at[k] |= bit;
        if (b == '\n' || b == '\r') c->line[k] |= bit;
        if (b == '\\' || b == '%') c->escape[k] |= bit;
    }
}

#define FLATTEN flatten
#define HASHED hashed_literals
#define NAME(x) portable_##x
#define TARGET
#include "kernel.h"
#undef NAME
#undef TARGET

void tacit_scan_portable(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower,
                         size_t upper, size_t start, size_t end, uint64_t *marks, uint64_t *literals) {
    portable_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
}

#if defined(__x86_64__)

#include <immintrin.h>

// MARK: AVX-512, with the instructions that permute and compress bytes

#define TARGET                                                                                                      \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,avx2,bmi,bmi2,lzcnt,popcnt")))
#define NAME(x) avx512_##x
#undef FLATTEN
#undef HASHED
#define FLATTEN avx512_flatten
#define HASHED avx512_hashed
#include "avx512.h"
#include "kernel.h"
#undef FLATTEN
#undef HASHED
#undef TARGET
#undef NAME

#define FLATTEN flatten
#define HASHED hashed_literals

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
                size_t start, size_t end, uint64_t *marks, uint64_t *literals) {
    // The processor is asked once by the runtime; these are loads of a word.
    if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("bmi2")) {
        avx512_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")) {
        avx2_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
    } else if (__builtin_cpu_supports("ssse3")) {
        ssse3_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
    } else {
        portable_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
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
                size_t start, size_t end, uint64_t *marks, uint64_t *literals) {
    neon_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
}

#else

void tacit_scan(const tacit_scan_tables *t, int every_pair, const uint8_t *base, size_t lower, size_t upper,
                size_t start, size_t end, uint64_t *marks, uint64_t *literals) {
    portable_scan(t, every_pair, base, lower, upper, start, end, marks, literals);
}

#endif

size_t tacit_first(const uint8_t *bytes, uint8_t byte, size_t count) {
    if (count == 0) return 0;
    const uint8_t *found = memchr(bytes, byte, count);
    return found ? (size_t)(found - bytes) : count;
}

size_t tacit_next_mark(const uint8_t *bytes, size_t place, size_t count, size_t step, size_t size, const uint8_t *marks,
                       unsigned power, uint8_t *mark) {
    const uint64_t all = ~(uint64_t)0 >> (64 - 8 * size);
    uint64_t word = 0;
    for (; place + 8 <= count; place += step) {
        memcpy(&word, bytes + place, 8);
        *mark = marks[tacit_mark(word & all, power)];
        if (*mark) return place;
    }
    // Fewer than eight bytes are left.
    for (; place + size <= count; place += step) {
        word = 0;
        memcpy(&word, bytes + place, count - place);
        *mark = marks[tacit_mark(word & all, power)];
        if (*mark) return place;
    }
    return count;
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
