// The loop over the blocks; included once for each set of instructions, which names it and says how to classify.

static TARGET void NAME(scan)(const tacit_scan_tables *tables, int every_pair, const uint8_t *base, size_t lower,
                              size_t upper, size_t start, size_t blocks, uint64_t *marks, uint64_t *literals) {
    classes window[4];
    classes *older = &window[0], *last = &window[1], *now = &window[2], *next = &window[3];
    NAME(block)(tables, base, lower, upper, (ptrdiff_t)start - 128, older);
    NAME(block)(tables, base, lower, upper, (ptrdiff_t)start - 64, last);
    NAME(block)(tables, base, lower, upper, (ptrdiff_t)start, now);
    size_t checked = 0;
    for (size_t i = 0; i < blocks; i++) {
        NAME(block)(tables, base, lower, upper, (ptrdiff_t)(start + 64 * (i + 1)), next);
        place here = {tables, base, lower, upper, start + 64 * i, older, last, now, next, &checked};
        uint64_t runs = run_starts(last, now, next), dots = now->dot & RIGHT(dot, 5);
        uint64_t found = runs ? encoded_runs(&here, runs) : 0;
        if (dots) found |= dotted_hardware(&here, dots);
        if (now->special) {
            NAME(detail)(last);
            NAME(detail)(now);
            NAME(detail)(next);
            uint64_t candidates;
            found |= special_marks(last, now, next, &candidates);
            // A long run of letters and digits may be a wallet.
            candidates |= runs & now->digit;
            if (candidates) {
                NAME(detail)(older);
                found |= numbers(&here, candidates);
            }
            if (now->equals | now->colon) found |= separators(&here, every_pair);
        }
        if (now->high) found |= foldable(base, lower, upper, start + 64 * i, now->high);
        marks[i] = found;
        uint64_t triples = literal_marks(last, now);
        literals[i] = triples ? known_literals(tables, now->bytes, triples) : 0;
        classes *free = older;
        older = last;
        last = now;
        now = next;
        next = free;
    }
}
