package org.carrel.desk.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.fixtures.Privacy;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.PatronCards;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Sql;

/** People with cards and copies with barcodes that no other test has, made beside the running product. */
final class LibraryThings {
    private LibraryThings() {}

    private static String unique(String start) {
        return Privacy.unique(start).toUpperCase(Locale.ROOT);
    }

    /** The card of a new student. */
    static String card(String site) {
        var card = unique("C");
        var facts = new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                "Robin",
                PatronField.FAMILY_NAME,
                "Byprogram " + card,
                PatronField.CATEGORY,
                PatronCategory.STUDENT.name(),
                PatronField.GRADE,
                "05",
                PatronField.SITE,
                site,
                PatronField.STATUS,
                PatronStatus.ACTIVE.name()));
        return Staff.with(doors -> {
            var saved = new Patrons(doors.database(), Clock.systemUTC()).add(facts, "", Optional.empty(), "test");
            var patron = ((PatronSaved.Saved) saved).id();
            new PatronCards(doors.database(), Clock.systemUTC()).add(patron, card, "test");
            return card;
        });
    }

    /** Barcodes of new copies of one new title. */
    static List<String> copies(int count) {
        var mark = unique("P");
        var barcodes = IntStream.range(0, count).mapToObj(at -> mark + at).toList();
        var record = new StringBuilder(
                "=LDR  00000nam a2200000 i 4500\n=001  " + mark + "\n=245  10$aAsked by a program " + mark + "\n");
        barcodes.forEach(code ->
                record.append("=852  \\\\$aLMC$hFIC$iPRO$p").append(code).append('\n'));
        return Staff.with(doors -> {
            try {
                var file = Files.writeString(
                        Files.createTempFile("carrel", ".mrk"), record.toString(), StandardCharsets.UTF_8);
                new MarcImports(doors.database(), Clock.systemUTC())
                        .run(new ImportRequest(file, "LMC", true), done -> {});
                return barcodes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String copy() {
        return copies(1).getFirst();
    }

    static long number(String sql, Object... parameters) {
        return Staff.with(doors -> doors.database()
                .read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters)
                        .orElseThrow()));
    }

    static int change(String sql, Object... parameters) {
        return Staff.with(doors -> doors.database().transaction(connection -> Sql.update(connection, sql, parameters)));
    }

    static long openLoans(String barcode) {
        return number("select count(*) from loan l join item i on i.id = l.open_item where i.barcode = ?", barcode);
    }
}
