package org.carrel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.store.ShelfCopy;
import org.carrel.platform.CsvTest;
import org.junit.jupiter.api.Test;

/** Rows that a spreadsheet reads back as they were, and never as a formula. */
class CsvRowsTest {
    @Test
    void aRowForEachCopyAndOneForATitleWithout() {
        var bib = RecordMapping.map(Copies.TITLE, 2026);
        assertThat(CsvRows.of(7, bib, List.of(Copies.GOOD, Copies.LOST))).isEqualTo("""
                7,Dog Man,"Pilkey, Dav",2016,9780545581608,book,J FIC PIL,B1,NS,SHELF,BK,1,12.50,good,2024-08-02\r
                7,Dog Man,"Pilkey, Dav",2016,9780545581608,book,J FIC PIL,B2,NS,,,,,lost,\r
                """);
        assertThat(CsvRows.of(7, bib, List.<ShelfCopy>of()))
                .isEqualTo("7,Dog Man,\"Pilkey, Dav\",2016,9780545581608,book,,,,,,,,,\r\n");
        assertThat(CsvTest.parse(CsvRows.HEAD.substring(1))).hasSize(15);
        assertThat(CsvRows.HEAD).startsWith("\uFEFFrecord,");
    }
}
