package org.carrel.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy as a record's 852, 952 or 949 states it, before it becomes an {@link Item}.
 *
 * @param site site code as found, or empty
 * @param location shelf location code as found, or empty
 * @param itemType item type code as found (852 $x FSC@a, 952 $y), or empty
 * @param barcode as found, trimmed; empty when the copy still needs one
 * @param priceCents in the school's currency; null when absent or unreadable
 * @param acquired null when absent or unreadable
 * @param findings what was doubtful in this field
 */
public record CopyStatement(
        String site,
        String location,
        String itemType,
        CallNumber callNumber,
        String barcode,
        String copyNumber,
        String volume,
        @Nullable Integer priceCents,
        @Nullable LocalDate acquired,
        String vendor,
        String fund,
        List<String> categories,
        List<String> notes,
        boolean notForLoan,
        List<Finding> findings) {
    public CopyStatement {
        categories = List.copyOf(categories);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    public CopyStatement withCallNumber(CallNumber other) {
        return new CopyStatement(
                site,
                location,
                itemType,
                other,
                barcode,
                copyNumber,
                volume,
                priceCents,
                acquired,
                vendor,
                fund,
                categories,
                notes,
                notForLoan,
                findings);
    }
}
