package org.carrel.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an export wrote.
 *
 * @param records in the file itself
 * @param aside records that ISO 2709 cannot hold, by id and title
 * @param asideFile where these were written as MARCXML instead, so that nothing is lost
 * @param missing ids of the request that are no records
 * @param certificate present when it was asked for
 */
public record ExportReport(
        long records,
        List<Aside> aside,
        Optional<Path> asideFile,
        long missing,
        Optional<ExportCertificate> certificate) {
    public ExportReport {
        aside = List.copyOf(aside);
    }

    /** {@code why} is a sentence in English. */
    public record Aside(long bibId, String title, String why) {}
}
