// Classifies 64 bytes at once, and looks up the beginnings of sixteen literals at once.

/// Which buckets admit these bytes at one place of a triple.
static TARGET inline __m512i avx512_buckets(__m512i v, const uint8_t *table) {
    __m512i low = _mm512_loadu_si512((const void *)table), high = _mm512_loadu_si512((const void *)(table + 64));
    return _mm512_permutex2var_epi8(low, v, high);
}

/// Where one of eight buckets admits the three bytes of a triple.
static TARGET inline uint64_t avx512_triples(__m512i first, __m512i second, __m512i third,
                                             const uint8_t (*places)[128]) {
    __m512i earlier = _mm512_and_si512(avx512_buckets(first, places[0]), avx512_buckets(second, places[1]));
    return _mm512_test_epi8_mask(earlier, avx512_buckets(third, places[2]));
}

/// The 64 bytes at `at`, 0 where they lie outside of the text. What is masked is not read.
static TARGET inline __m512i avx512_load(const uint8_t *base, size_t lower, size_t upper, ptrdiff_t at) {
    ptrdiff_t before = (ptrdiff_t)lower - at, left = (ptrdiff_t)upper - at;
    if (__builtin_expect(before <= 0 && left >= 64, 1)) return _mm512_loadu_si512((const void *)(base + at));
    uint64_t mask = left >= 64 ? ~(uint64_t)0 : left > 0 ? ((uint64_t)1 << left) - 1 : 0;
    if (before > 0) mask = before < 64 ? mask & ~(uint64_t)0 << before : 0;
    return _mm512_maskz_loadu_epi8(mask, (const void *)(base + at));
}

#define IS(byte) _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)(byte)))
#define IN(v, first, count) \
    _mm512_cmplt_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8(first)), _mm512_set1_epi8(count))

static TARGET inline void avx512_block(const tacit_scan_tables *t, const uint8_t *base, size_t lower, size_t upper,
                                       ptrdiff_t at, classes *c, size_t k) {
    __m512i v = avx512_load(base, lower, upper, at);
    uint64_t digit = IN(v, '0', 10), letter = IN(_mm512_or_si512(v, _mm512_set1_epi8(0x20)), 'a', 26);
    uint64_t dot = IS('.'), dash = IS('-'), slash = IS('/'), underscore = IS('_');
    c->digit[k] = digit;
    c->letter[k] = letter;
    c->upper[k] = IN(v, 'A', 26);
    c->word[k] = digit | letter;
    c->base64[k] = digit | letter | dash | slash | underscore | IS('+');
    c->high[k] = _mm512_movepi8_mask(v);
    c->joint[k] = IS(' ') | dash | dot | slash | IN(v, '(', 2) | IS(0xC2) | IS(0xA0);
    c->dot[k] = dot;
    c->dash[k] = dash;
    c->underscore[k] = underscore;
    c->slash[k] = slash;
    c->colon[k] = IS(':');
    c->equals[k] = IS('=');
    c->at[k] = IS('@');
    c->line[k] = IS('\n') | IS('\r');
    c->escape[k] = IS('\\') | IS('%');
    __m512i first = avx512_load(base, lower, upper, at - 2), second = avx512_load(base, lower, upper, at - 1);
    c->triple[k] = avx512_triples(first, second, v, t->triples[0]);
    c->begin[k] = avx512_triples(first, second, v, t->triples[1]) | avx512_triples(first, second, v, t->triples[2]);
}

/// The same as `flatten`, for lists that have many places.
static TARGET inline void avx512_flatten(const uint64_t *words, size_t blocks, list *found) {
    static const uint8_t numbers[64] = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
    };
    const __m512i bits = _mm512_loadu_si512((const void *)numbers);
    uint16_t *end = found->places;
    for (size_t block = 0; block < blocks; block++) {
        __m512i narrow = _mm512_maskz_compress_epi8(words[block], bits), first = _mm512_set1_epi16((short)(64 * block));
        size_t count = (size_t)__builtin_popcountll(words[block]);
        // Safe: the list has room for a vector more than there are places. Most blocks have few.
        __m256i low = _mm256_cvtepu8_epi16(_mm512_castsi512_si128(narrow));
        _mm256_storeu_si256((void *)end, _mm256_add_epi16(low, _mm512_castsi512_si256(first)));
        if (count > 16) {
            __m512i all = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(narrow));
            _mm512_storeu_si512((void *)end, _mm512_add_epi16(all, first));
        }
        if (count > 32) {
            __m512i high = _mm512_cvtepu8_epi16(_mm512_extracti64x4_epi64(narrow, 1));
            _mm512_storeu_si512((void *)(end + 32), _mm512_add_epi16(high, first));
        }
        end += count;
    }
    found->count = (size_t)(end - found->places);
}

/// The words of 32 bits that sixteen bits of a set are in.
static TARGET inline __m512i avx512_words(__mmask16 valid, __m512i bit, const uint64_t *set) {
    return _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), valid, _mm512_srli_epi32(bit, 5), set, 4);
}

/// The same as `hashed_literals`, for sixteen places at once.
static TARGET inline void avx512_hashed(const tacit_scan_tables *tables, const uint8_t *bytes, list *found) {
    const __m512i one = _mm512_set1_epi32(1), low = _mm512_set1_epi32(31), prime = _mm512_set1_epi32((int)0x9E3779B1u);
    uint16_t *places = found->places;
    size_t count = found->count;
    size_t known = 0;
    for (size_t n = 0; n < count; n += 16) {
        __mmask16 valid = count - n < 16 ? (__mmask16)((1 << (count - n)) - 1) : (__mmask16)-1;
        __m256i here = _mm256_loadu_si256((const void *)(places + n));
        __m512i wide = _mm512_cvtepu16_epi32(here);
        __m512i text = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), valid, wide, bytes, 1);
        __m512i folded = _mm512_and_si512(text, _mm512_set1_epi32(0xFFFFFF));
        folded = _mm512_or_si512(folded, _mm512_set1_epi32(0x202020));
        // `tacit_triple`.
        __m512i hash = _mm512_srli_epi32(_mm512_mullo_epi32(folded, prime), 19);
        __m512i admitted = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), valid, hash, tables->fourths, 4);
        __m512i fourth = _mm512_and_si512(_mm512_srli_epi32(text, 24), low);
        __mmask16 found16 = _mm512_test_epi32_mask(admitted, _mm512_sllv_epi32(one, fourth));
        // What was read is overwritten.
        _mm256_storeu_si256((void *)(places + known), _mm256_maskz_compress_epi16(found16, here));
        known += (size_t)__builtin_popcount(found16);
    }
    count = known;
    known = 0;
    for (size_t n = 0; n < count; n += 16) {
        __mmask16 valid = count - n < 16 ? (__mmask16)((1 << (count - n)) - 1) : (__mmask16)-1;
        __m256i here = _mm256_loadu_si256((const void *)(places + n));
        __m512i wide = _mm512_cvtepu16_epi32(here);
        __m512i text = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), valid, wide, bytes, 1);
        __m512i next = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), valid, wide, bytes + 1, 1);
        __m512i folded = _mm512_or_si512(text, _mm512_set1_epi32(0x20202020));
        // `tacit_three` and `tacit_five`.
        __m512i three = _mm512_and_si512(folded, _mm512_set1_epi32(0xFFFFFF));
        three = _mm512_srli_epi32(_mm512_mullo_epi32(three, prime), 16);
        __m512i fifth = _mm512_and_si512(_mm512_srli_epi32(next, 24), low);
        __m512i five = _mm512_srli_epi32(_mm512_mullo_epi32(folded, prime), 16);
        five = _mm512_xor_si512(five, _mm512_slli_epi32(fifth, 11));
        __m512i threes = avx512_words(valid, three, tables->threes), fives = avx512_words(valid, five, tables->fives);
        __mmask16 is_three = _mm512_test_epi32_mask(threes, _mm512_sllv_epi32(one, _mm512_and_si512(three, low)));
        __mmask16 is_five = _mm512_test_epi32_mask(fives, _mm512_sllv_epi32(one, _mm512_and_si512(five, low)));
        __mmask16 found16 = is_three | is_five;
        _mm256_storeu_si256((void *)(places + known), _mm256_maskz_compress_epi16(found16, here));
        known += (size_t)__builtin_popcount(found16);
    }
    found->count = known;
}

#undef IS
#undef IN
