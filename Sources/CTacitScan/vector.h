// Classifies 64 bytes with the vector instructions that the including file has named.

#define IN(v, first, count) SAME(LEAST(MINUS(v, SPLAT(first)), SPLAT((count)-1)), MINUS(v, SPLAT(first)))
#define IS(v, byte) SAME(v, SPLAT(byte))

static TARGET inline void NAME(block)(const tacit_scan_tables *t, const uint8_t *base, size_t lower, size_t upper,
                                      ptrdiff_t at, classes *c) {
    if (at >= (ptrdiff_t)upper || at + 64 <= (ptrdiff_t)lower) {
        *c = (classes){.is_detailed = 1};
        return;
    }
    const uint8_t *p = whole_block(base, lower, upper, at, c->copy);
    uint64_t special = 0, base64 = 0, word = 0, dot = 0, none = 0, high_bytes = 0;
    const VECTOR class_low = TABLE(class_table[0]), class_high = TABLE(class_table[1]);
    const VECTOR low0 = TABLE(t->low[0]), low1 = TABLE(t->low[1]), low2 = TABLE(t->low[2]);
    const VECTOR high0 = TABLE(t->high[0]), high1 = TABLE(t->high[1]), high2 = TABLE(t->high[2]);
#pragma clang loop unroll(full)
    for (int i = 0; i < 64; i += LANES) {
        VECTOR v = LOAD(p + i), v1 = LOAD(p + i - 1), v2 = LOAD(p + i - 2);
        VECTOR low = AND(v, SPLAT(15)), high = HIGH_NIBBLES(v);
        VECTOR class = AND(LOOKUP(class_low, low), LOOKUP(class_high, high));
        VECTOR bucket = AND(LOOKUP(low2, low), LOOKUP(high2, high));
        bucket = AND(bucket, AND(LOOKUP(low1, AND(v1, SPLAT(15))), LOOKUP(high1, HIGH_NIBBLES(v1))));
        bucket = AND(bucket, AND(LOOKUP(low0, AND(v2, SPLAT(15))), LOOKUP(high0, HIGH_NIBBLES(v2))));
        // A comparison says where none of the classes is; the complement is taken below.
        special |= BITS(SAME(AND(class, SPLAT(CLASS_SPECIAL)), SPLAT(0))) << i;
        base64 |= BITS(SAME(AND(class, SPLAT(CLASS_BASE64)), SPLAT(0))) << i;
        high_bytes |= BITS(HIGH_BITS(v)) << i;
        word |= BITS(SAME(AND(class, SPLAT(CLASS_WORD)), SPLAT(0))) << i;
        dot |= BITS(IS(v, '.')) << i;
        none |= BITS(SAME(bucket, SPLAT(0))) << i;
    }
    c->special = ~special;
    c->base64 = ~base64;
    c->dot = dot;
    c->high = high_bytes;
    c->word = ~word;
    c->triple = ~none;
    c->is_detailed = 0;
    c->bytes = p;
}

static TARGET inline void NAME(detail)(classes *c) {
    if (c->is_detailed) return;
    c->is_detailed = 1;
    uint64_t digit = 0, letter = 0, small = 0, joint = 0, dash = 0, colon = 0, equals = 0, sign = 0, line = 0, slash = 0;
#pragma clang loop unroll(full)
    for (int i = 0; i < 64; i += LANES) {
        VECTOR v = LOAD(c->bytes + i);
        VECTOR folded = OR(v, SPLAT(0x20));
        VECTOR hyphen = IS(v, '-'), slashes = IS(v, '/');
        VECTOR joints = OR(OR(OR(IS(v, ' '), hyphen), OR(IS(v, '.'), slashes)),
                           OR(IN(v, '(', 2), OR(IS(v, 0xC2), IS(v, 0xA0))));
        digit |= BITS(IN(v, '0', 10)) << i;
        letter |= BITS(IN(folded, 'a', 26)) << i;
        small |= BITS(SAME(v, folded)) << i;
        joint |= BITS(joints) << i;
        dash |= BITS(hyphen) << i;
        colon |= BITS(IS(v, ':')) << i;
        equals |= BITS(IS(v, '=')) << i;
        sign |= BITS(IS(v, '@')) << i;
        slash |= BITS(slashes) << i;
        line |= BITS(OR(IS(v, '\n'), IS(v, '\r'))) << i;
    }
    c->digit = digit;
    c->letter = letter;
    c->upper = letter & ~small;
    c->joint = joint;
    c->dash = dash;
    c->colon = colon;
    c->equals = equals;
    c->at = sign;
    c->line = line;
    c->slash = slash;
}

#undef IN
#undef IS
