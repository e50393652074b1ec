// The loop over the blocks; included once for each set of instructions, which names it and says how to classify.

/// Looks at up to `ROW` blocks, the last of which may end early.
static TARGET void NAME(row)(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                             size_t upper, size_t start, size_t end, size_t *checked, uint64_t *marks,
                             uint64_t *literals) {
    classes row;
    calls call;
    uint64_t marked[ROW];
    list places;
    size_t blocks = (end - start + 63) >> 6, count = blocks < 3 ? blocks : (blocks + 3) & ~(size_t)3;
    for (size_t i = 0; i < count + 3; i++) {
        ptrdiff_t at = (ptrdiff_t)start + 64 * ((ptrdiff_t)i - 2);
        if (at >= (ptrdiff_t)upper || at + 64 <= (ptrdiff_t)lower) {
            clear_classes(&row, i);
        } else {
            NAME(block)(tables, base, lower, upper, at, &row, i);
        }
    }
    if (blocks < 3) {
        bulk_one_all(&row, count, &call, marked);
    } else {
        bulk_four_all(&row, count, &call, marked);
    }
    bulk_bare(&row, count, call.bare);
    // Of the last block, only what was asked for.
    uint64_t last = ~(uint64_t)0 >> ((64 - (end - start)) & 63);
    keep(&call, blocks - 1, last);
    // What stands behind the row is not known.
    call.pairs[blocks] = call.near[blocks] = row.colon[blocks + 2];
    memcpy(marks, marked, blocks * sizeof *marks);
    memset(literals, 0, blocks * sizeof *literals);
    // Each kind of what has to be looked at comes in one list: the shorter a loop, the less of it can be foreseen.
    place here = {tables, base, lower, upper, &row, &call, checked, start, start, 2};
    if (has_any(call.runs, blocks)) {
        FLATTEN(call.runs, blocks, &places);
        encoded_runs(&here, blocks, &places, marks);
    }
    if (has_any(call.plain, blocks)) {
        FLATTEN(call.plain, blocks, &places);
        plain_numbers(&here, &places, marks);
    }
    if (has_any(call.lettered, blocks)) {
        FLATTEN(call.lettered, blocks, &places);
        lettered_numbers(&here, &places, marks);
    }
    if (has_any(call.named, blocks)) {
        FLATTEN(call.named, blocks, &places);
        named_separators(&here, &places, marks);
    }
    if (has_any(call.separators, blocks)) {
        FLATTEN(call.separators, blocks, &places);
        other_separators(&here, &places, marks);
    }
    for (size_t i = 0; i < blocks; i++) {
        here.start = start + 64 * i;
        here.block = i + 2;
        if (every_pair) marks[i] |= row.equals[i + 2];
        if (call.schemes[i]) marks[i] |= passwords(&here, call.schemes[i]);
        if (may_hold_address(&call, i)) marks[i] |= colon_addresses(&here);
        if (call.dots[i]) marks[i] |= dotted_hardware(&here, call.dots[i]);
        if (row.high[i + 2]) marks[i] |= foldable(base, lower, upper, here.start, row.high[i + 2]);
    }
    marks[blocks - 1] &= last;
    uint8_t copy[64 * ROW + 16];
    const uint8_t *bytes = row_bytes(base, lower, upper, start, blocks, copy);
    FLATTEN(call.triples, blocks, &places);
    if (blocks < 3) {
        // Vectors would wait for what was just copied.
        hashed_literals(tables, bytes, &places);
    } else {
        HASHED(tables, bytes, &places);
    }
    compare_literals(&here, bytes, &places, literals);
}

static TARGET void NAME(scan)(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                              size_t upper, size_t start, size_t end, uint64_t *marks, uint64_t *literals) {
    size_t checked[2] = {0, 0};
    for (; start < end; start += 64 * ROW, marks += ROW, literals += ROW) {
        size_t stop = end - start < 64 * ROW ? end : start + 64 * ROW;
        NAME(row)(tables, every_pair, base, lower, upper, start, stop, checked, marks, literals);
    }
}
