// Included once for each width, which names the type and the number of blocks it holds.
//
// Most of what looks like a number or a key is told apart by the bytes right beside it. That is done with bits, one a
// byte, for up to four blocks at a time and without a branch: what the next byte is can't be foreseen, and a wrong
// guess of the processor costs more than all of this.

// Of the blocks from `k` on: a class where it is, and of the byte `by` places to the right, to the left. Macros, as
// shifts by a constant are single instructions.
#define LOAD_LANES(into, from) memcpy(into, from, sizeof(lanes))
#define HERE(field) ({ lanes here_; LOAD_LANES(&here_, c->field + k); here_; })
#define RIGHT(field, by) ({ \
    lanes here_, next_; \
    LOAD_LANES(&here_, c->field + k); \
    LOAD_LANES(&next_, c->field + k + 1); \
    here_ >> (by) | next_ << (64 - (by)); })
#define LEFT(field, by) ({ \
    lanes here_, last_; \
    LOAD_LANES(&here_, c->field + k); \
    LOAD_LANES(&last_, c->field + k - 1); \
    here_ << (by) | last_ >> (64 - (by)); })
#define STORE(into, value) do { lanes value_ = (value); memcpy(into, &value_, sizeof value_); } while (0)

/// Where 16 bytes of a class begin, in some blocks and behind them, by doubling runs of 2, 4 and 8.
#define SIXTEEN(field, run, behind) \
    lanes run = HERE(field), behind; \
    LOAD_LANES(&behind, c->field + k + 1); \
    run &= run >> 1 | behind << 63, behind &= behind >> 1; \
    run &= run >> 2 | behind << 62, behind &= behind >> 2; \
    run &= run >> 4 | behind << 60, behind &= behind >> 4; \
    run &= run >> 8 | behind << 56, behind &= behind >> 8

static INLINE int BULK(any_lane)(const lanes *bits) {
    uint64_t words[LANES_COUNT];
    memcpy(words, bits, sizeof *bits);
    return has_any(words, LANES_COUNT);
}

/// The beginnings of long runs of base64, and of 26 letters and digits.
static INLINE void BULK(runs)(const classes *c, size_t k, calls *out, size_t i) {
    SIXTEEN(base64, run, behind_run);
    STORE(out->runs + i, run & ~LEFT(base64, 1));
    SIXTEEN(word, word, behind_word);
    STORE(out->tokens + i, word & (word >> 10 | behind_word << 54));
}

/// The first digits of four groups of up to three digits with dots between them.
static INLINE void BULK(quads)(const classes *c, size_t k, lanes *quads) {
    lanes here = HERE(digit), dots = HERE(dot), next, next_dots;
    LOAD_LANES(&next, c->digit + k + 1);
    LOAD_LANES(&next_dots, c->dot + k + 1);
    // What is said of the next block is right as far as it is looked at: for its first bytes.
    lanes here1 = here >> 1 | next << 63, here2 = here >> 2 | next << 62, here3 = here >> 3 | next << 61;
    lanes next1 = next >> 1, next2 = next >> 2, next3 = next >> 3;
    lanes quad = here & ~(here1 & here2 & here3), next_quad = next & ~(next1 & next2 & next3);
#pragma clang loop unroll(full)
    for (int group = 0; group < 3; group++) {
        // Dots that a group follows, and the digits before these.
        quad = dots & (quad >> 1 | next_quad << 63), next_quad = next_dots & next_quad >> 1;
        quad = here & ((quad >> 1 | next_quad << 63) |
                       (here1 & ((quad >> 2 | next_quad << 62) | (here2 & (quad >> 3 | next_quad << 61)))));
        next_quad = next & (next_quad >> 1 | (next1 & (next_quad >> 2 | (next2 & next_quad >> 3))));
    }
    *quads = quad;
}

/// The first digits of the numbers that are long enough, or have letters where known ones have them.
static INLINE void BULK(numbers)(const classes *c, size_t k, calls *out, size_t i, uint64_t *marks) {
    lanes digit = HERE(digit), start = digit & ~LEFT(digit, 1);
    lanes d1 = RIGHT(digit, 1), d2 = RIGHT(digit, 2), d3 = RIGHT(digit, 3), d4 = RIGHT(digit, 4);
    lanes d5 = RIGHT(digit, 5), d6 = RIGHT(digit, 6);
    lanes run2 = digit & d1, run3 = run2 & d2, run4 = run3 & d3;
    lanes j1 = RIGHT(joint, 1), j2 = RIGHT(joint, 2), j3 = RIGHT(joint, 3), j4 = RIGHT(joint, 4), j5 = RIGHT(joint, 5);
    // One or two joints and another digit follow.
    lanes joined = (j1 & (d2 | (j2 & d3))) | (run2 & j2 & (d3 | (j3 & d4))) | (run3 & j3 & (d4 | (j4 & d5))) |
                   (run4 & j4 & (d5 | (j5 & d6)));
    lanes two = run2 & LEFT(letter, 1) & LEFT(letter, 2) & ~LEFT(letter, 3) & ~LEFT(digit, 3);
    lanes mixed = LEFT(upper, 1) & (RIGHT(letter, 1) | (run2 & RIGHT(letter, 2)) | (run3 & RIGHT(letter, 3)) |
                                    (run4 & RIGHT(letter, 4)));
    // Four digits, four more of them one to three signs further right, and another one behind: groups of a card.
    lanes d7 = RIGHT(digit, 7), d8 = RIGHT(digit, 8), d9 = RIGHT(digit, 9), d10 = RIGHT(digit, 10);
    lanes fours = run4 & ~d4 &
                  ((d5 & d6 & d7 & d8 & ~d9 & d10) | (~d5 & d6 & d7 & d8 & d9 & ~d10 & RIGHT(digit, 12)) |
                   (~d5 & ~d6 & d7 & d8 & d9 & d10 & ~RIGHT(digit, 11) & RIGHT(digit, 14)));
    lanes numbers = start & ((run4 & d4) | joined | two | mixed | fours), runs;
    // A long run of letters and digits may be a wallet.
    LOAD_LANES(&runs, out->runs + i);
    runs &= digit;
    lanes any = numbers | runs;
    if (!BULK(any_lane)(&any)) {
        lanes none = {0};
        STORE(marks, none);
        STORE(out->lettered + i, none);
        STORE(out->plain + i, none);
        return;
    }

    // `2026-11-21T03:45`, `2026-11-21 03:45`: the numbers of a time stamp are none of ours. The same shape, seen from
    // the year, the month and the day. Of a date without a time, only the year is shown.
    lanes date = run4 & RIGHT(dash, 4) & d5 & d6 & RIGHT(dash, 7) & RIGHT(digit, 8) & RIGHT(digit, 9) &
                 ~RIGHT(digit, 10) & RIGHT(digit, 11);
    // `2026-11-21-03.45.12` is one, too.
    lanes time = RIGHT(digit, 12) & RIGHT(dot, 13) & RIGHT(digit, 14) & RIGHT(digit, 15) & RIGHT(dot, 16) &
                 RIGHT(digit, 17) & RIGHT(digit, 18);
    lanes year = date & (~RIGHT(dash, 10) | time);
    lanes behind = LEFT(dash, 1) & run2 & ~d2 & LEFT(digit, 2) & LEFT(digit, 3);
    lanes month = behind & LEFT(digit, 4) & LEFT(digit, 5) & ~LEFT(digit, 6) & RIGHT(dash, 2) & d3 & d4 & ~d5;
    lanes day = behind & LEFT(dash, 4) & LEFT(digit, 5) & LEFT(digit, 6) & LEFT(digit, 7) & LEFT(digit, 8) &
                ~LEFT(digit, 9);
    // Nor are the tails of names, of ids in several parts, of fractions and times; but an address with dots may stand
    // behind an id, a port or an interface, and so may a card.
    lanes behind_dot = LEFT(dot, 1) & LEFT(digit, 2);
    lanes tail = LEFT(underscore, 1) | (LEFT(dash, 1) & (LEFT(word, 2) | LEFT(high, 2) | LEFT(underscore, 2))) |
                 (LEFT(colon, 1) & LEFT(digit, 2) & ~RIGHT(digit, 11) & ~RIGHT(digit, 12)) | behind_dot;
    numbers &= ~(year | month | day | behind_dot);
    lanes quads, lettered = LEFT(word, 1);
    BULK(quads)(c, k, &quads);
    STORE(marks, numbers & (quads | fours) & ~lettered);
    numbers |= runs;
    STORE(out->lettered + i, numbers & lettered);
    STORE(out->plain + i, numbers & ~lettered & ~quads & ~tail);
}

/// The separators that a key, a scheme or an address may have.
static INLINE void BULK(separators)(const classes *c, size_t k, calls *out, size_t i) {
    lanes colons = HERE(colon);
    lanes letters = LEFT(letter, 1) & LEFT(letter, 2) & LEFT(letter, 3);
    lanes schemes = colons & RIGHT(slash, 1) & RIGHT(slash, 2);
    // Neither a time nor the second of `::` is behind a key.
    lanes others = colons & ((LEFT(digit, 1) & RIGHT(digit, 1)) | LEFT(colon, 1));
    // Nor is a single letter a key.
    lanes letter = LEFT(letter, 1) & ~LEFT(word, 2) & ~LEFT(high, 2);
    lanes keys = (HERE(equals) | colons) & ~others & ~schemes & ~letter;
    STORE(out->named + i, keys & letters);
    STORE(out->separators + i, keys & ~letters);
    STORE(out->schemes + i, schemes);
    lanes five = RIGHT(colon, 3) & RIGHT(colon, 6) & RIGHT(colon, 9) & RIGHT(colon, 12);
    lanes first = RIGHT(colon, 1);
    STORE(out->pairs + i, colons & (first | five));
    // Up to four digits stand between those of an address.
    STORE(out->near + i, colons & (first | RIGHT(colon, 2) | RIGHT(colon, 3) | RIGHT(colon, 4) | RIGHT(colon, 5)));
}

/// Looks at `count` blocks of a row, a multiple of the width: says what to look at, and what is marked at once.
static INLINE void BULK(all)(const classes *c, size_t count, calls *out, uint64_t *marks) {
    for (size_t i = 0; i < count; i += LANES_COUNT) {
        size_t k = i + 2;
        lanes numbers;
        BULK(runs)(c, k, out, i);
        if (has_any(c->digit + k, LANES_COUNT)) {
            BULK(numbers)(c, k, out, i, marks + i);
        } else {
            for (size_t n = i; n < i + LANES_COUNT; n++) out->plain[n] = out->lettered[n] = marks[n] = 0;
        }
        if (has_any(c->colon + k, LANES_COUNT) || has_any(c->equals + k, LANES_COUNT)) {
            BULK(separators)(c, k, out, i);
        } else {
            for (size_t n = i; n < i + LANES_COUNT; n++) {
                out->named[n] = out->separators[n] = out->schemes[n] = out->pairs[n] = out->near[n] = 0;
            }
        }
        // Four letters and digits, with dots around them, behind one at least.
        STORE(out->dots + i,
              HERE(dot) & RIGHT(dot, 5) & RIGHT(word, 1) & RIGHT(word, 4) & LEFT(word, 1) & LEFT(word, 4));
        LOAD_LANES(&numbers, marks + i);
        STORE(marks + i, numbers | HERE(at) |
                             (HERE(dash) & RIGHT(dash, 3) & RIGHT(dash, 6) & RIGHT(dash, 9) & RIGHT(dash, 12)));
        // The third bytes of words, and of `Token` in `vaultToken` and `oauth2token`; of what may stand behind `\n` or
        // `%0A`, whose end is no part of it; and of triples that begin anywhere.
        lanes part = (LEFT(upper, 2) & ~LEFT(upper, 3)) | (LEFT(letter, 2) & LEFT(digit, 3)) |
                     LEFT(escape, 4) | LEFT(escape, 5);
        lanes words = LEFT(word, 2) & (~LEFT(word, 3) | part);
        STORE(out->words + i, words);
        STORE(out->triples + i, HERE(triple) | (HERE(begin) & words));
    }
}

#undef SIXTEEN
#undef LOAD_LANES
#undef HERE
#undef RIGHT
#undef LEFT
#undef STORE
#undef BULK
#undef LANES_COUNT
#undef lanes
