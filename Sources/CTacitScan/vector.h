// Classifies 64 bytes with the vector instructions that the including file has named.

#define IN(v, first, count) SAME(LEAST(MINUS(v, SPLAT(first)), SPLAT((count)-1)), MINUS(v, SPLAT(first)))
#define IS(v, byte) SAME(v, SPLAT(byte))

static TARGET inline void NAME(block)(const tacit_scan_tables *t, const uint8_t *base, size_t lower, size_t upper,
                                      ptrdiff_t at, classes *c, size_t k) {
    clear_classes(c, k);
    uint8_t copy[76];
    const uint8_t *p = whole_block(base, lower, upper, at, copy);
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
        VECTOR folded = OR(v, SPLAT(0x20)), hyphen = IS(v, '-'), slashes = IS(v, '/'), dots = IS(v, '.');
        VECTOR joints = OR(OR(OR(IS(v, ' '), hyphen), OR(dots, slashes)),
                           OR(IN(v, '(', 2), OR(IS(v, 0xC2), IS(v, 0xA0))));
        // A comparison says where none of the classes is; the complement is taken below.
        c->base64[k] |= BITS(SAME(AND(class, SPLAT(CLASS_BASE64)), SPLAT(0))) << i;
        c->word[k] |= BITS(SAME(AND(class, SPLAT(CLASS_WORD)), SPLAT(0))) << i;
        c->triple[k] |= BITS(SAME(bucket, SPLAT(0))) << i;
        c->upper[k] |= BITS(SAME(v, folded)) << i;
        c->high[k] |= BITS(HIGH_BITS(v)) << i;
        c->digit[k] |= BITS(IN(v, '0', 10)) << i;
        c->joint[k] |= BITS(joints) << i;
        c->dot[k] |= BITS(dots) << i;
        c->dash[k] |= BITS(hyphen) << i;
        c->underscore[k] |= BITS(IS(v, '_')) << i;
        c->slash[k] |= BITS(slashes) << i;
        c->colon[k] |= BITS(IS(v, ':')) << i;
        c->equals[k] |= BITS(IS(v, '=')) << i;
        c->at[k] |= BITS(IS(v, '@')) << i;
        c->line[k] |= BITS(OR(IS(v, '\n'), IS(v, '\r'))) << i;
        c->escape[k] |= BITS(OR(IS(v, '\\'), IS(v, '%'))) << i;
    }
    c->base64[k] = ~c->base64[k];
    c->word[k] = ~c->word[k];
    c->begin[k] = ~(uint64_t)0;
    c->triple[k] = ~c->triple[k];
    c->letter[k] = c->word[k] & ~c->digit[k];
    c->upper[k] = c->letter[k] & ~c->upper[k];
}

#undef IN
#undef IS
