package org.carrel.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.ImportReport.Outcome;

/**
 * One record of a file: what became of it, or what would become of it if the import were committed now.
 *
 * @param bibId the record of the catalog that it became, changed or equals; empty for none
 * @param reason a sentence in English for what a librarian should look at; empty for nothing
 * @param problem the stable name of the reason, or empty
 * @param why what {@code reason} says, to be shown in any language
 * @param match by what it was recognised; for a conflict, what makes it too like another to be sure of
 * @param metRecord the number of the earlier record of the same file that it met
 * @param remarks repairs and doubts about what is loaded
 * @param copiesLeftOut one for each copy that is not
 */
public record ImportLine(
        RecordPosition at,
        String controlNumber,
        String title,
        Outcome outcome,
        Optional<Long> bibId,
        String reason,
        String problem,
        List<Finding> why,
        Copies copies,
        Optional<Match> match,
        OptionalInt metRecord,
        List<Finding> remarks,
        List<Finding> copiesLeftOut) {
    public ImportLine {
        why = List.copyOf(why);
        remarks = List.copyOf(remarks);
        copiesLeftOut = List.copyOf(copiesLeftOut);
    }

    /** What becomes of the record's copies; {@code withoutBarcode} counts among the added. */
    public record Copies(int added, int updated, int same, int withoutBarcode, int rejected) {}

    /**
     * @param key CONTROL_NUMBER, LCCN, ISBN, OCLC or TITLE
     * @param value equal in both
     * @param score 100 is certain
     * @param bibId the record of the catalog; empty for one of the same file
     */
    public record Match(String key, String value, int score, Optional<Long> bibId) {}
}
