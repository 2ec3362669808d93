package org.carrel.search;

import java.util.List;

/** For whom a search is: of records that fit alike, those for these readers come first. Nobody is kept from any record. */
public enum Readers {
    ALL(),
    ELEMENTARY("a", "b", "c", "j"),
    MIDDLE("c", "d", "j"),
    HIGH("d", "e", "f");

    private final List<String> codes;

    Readers(String... codes) {
        this.codes = List.of(codes);
    }

    /** Target audiences, codes of MARC 008/22; empty for all. */
    public List<String> codes() {
        return codes;
    }
}
