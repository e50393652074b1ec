// The loop over the blocks; included once for each set of instructions, which names it and says how to classify.

/// Looks at up to `ROW` blocks.
static TARGET void NAME(row)(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                             size_t upper, size_t start, size_t blocks, size_t *checked, uint64_t *marks,
                             uint64_t *literals) {
    classes row;
    calls call;
    uint64_t marked[ROW], triples[ROW];
    size_t count = (blocks + LANES_WIDE - 1) / LANES_WIDE * LANES_WIDE;
    for (size_t i = 0; i < count + 3; i++) {
        ptrdiff_t at = (ptrdiff_t)start + 64 * ((ptrdiff_t)i - 2);
        if (at >= (ptrdiff_t)upper || at + 64 <= (ptrdiff_t)lower) {
            clear_classes(&row, i);
        } else {
            NAME(block)(tables, base, lower, upper, at, &row, i);
        }
    }
    bulk(&row, count, &call, marked, triples);
    place here = {tables, base, lower, upper, &row, checked, start, 2};
    for (size_t i = 0; i < blocks; i++, here.start += 64, here.block++) {
        uint64_t found = marked[i];
        if (call.runs[i]) found |= encoded_runs(&here, call.runs[i]);
        if (call.dots[i]) found |= dotted_hardware(&here, call.dots[i]);
        if (call.numbers[i]) found |= numbers(&here, call.numbers[i]);
        if (row.equals[i + 2] | row.colon[i + 2]) found |= separators(&here, &call, i, every_pair);
        if (row.high[i + 2]) found |= foldable(base, lower, upper, here.start, row.high[i + 2]);
        marks[i] = found;
        literals[i] = 0;
    }
    uint8_t copy[64 * ROW + 8];
    const uint8_t *bytes = row_bytes(base, lower, upper, start, blocks, copy);
    list hashed;
    HASHED(tables->fourths, bytes, triples, blocks, &hashed);
    here.block = 2;
    compare_literals(&here, bytes, &hashed, literals);
}

static TARGET void NAME(scan)(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                              size_t upper, size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    size_t checked = 0;
    for (size_t i = 0; i < blocks; i += ROW) {
        size_t count = blocks - i < ROW ? blocks - i : ROW;
        NAME(row)(tables, every_pair, base, lower, upper, start + 64 * i, count, &checked, marks + i, literals + i);
    }
}
