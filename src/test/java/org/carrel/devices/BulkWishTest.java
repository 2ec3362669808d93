package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BulkWishTest {
    @Test
    void whatIsPastedOrScannedIsReadLineByLine() { // B62: a wedge's burst is as many exact lines
        assertThat(BulkWish.scans("CB-000106\r\nCB-000107\n\n  000103 \tP 123,A;B"))
                .containsExactly("CB-000106", "CB-000107", "000103", "P 123", "A", "B");
        assertThat(BulkWish.scans(" \n ")).isEmpty();
    }
}
