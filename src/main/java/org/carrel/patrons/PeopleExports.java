package org.carrel.patrons;

import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.carrel.patrons.rosters.PeopleWorkbook;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.PatronSearchStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** People as a list that spreadsheets and our own rosters read: every cell is a text, so that no digit is lost (B87). */
@Door
public class PeopleExports {
    private static final int AT_ONCE = 1_000;

    /** A column: a field, and what our rosters take its name for. */
    private record Column(PatronField field, String name) {}

    private static final List<Column> FIELDS = List.of(
            new Column(PatronField.IDENTIFIER, "Number"),
            new Column(PatronField.FAMILY_NAME, "Family name"),
            new Column(PatronField.GIVEN_NAME, "Given name"),
            new Column(PatronField.MIDDLE_NAME, "Middle name"),
            new Column(PatronField.PREFERRED_NAME, "Preferred name"),
            new Column(PatronField.CATEGORY, "Category"),
            new Column(PatronField.GRADE, "Grade"),
            new Column(PatronField.HOMEROOM, "Homeroom"),
            new Column(PatronField.SITE, "School code"),
            new Column(PatronField.USERNAME, "User name"),
            new Column(PatronField.EMAIL, "Email"),
            new Column(PatronField.GUARDIAN_NAME, "Guardian name"),
            new Column(PatronField.GUARDIAN_EMAIL, "Guardian email"),
            new Column(PatronField.GUARDIAN_PHONE, "Guardian phone"),
            new Column(PatronField.STATUS, "Status"));

    private final Database database;
    private final PatronSearchStore search = new PatronSearchStore();
    private final CardStore cards = new CardStore();

    @Inject
    public PeopleExports(Database database) {
        this.database = database;
    }

    /** The header first, then a row for each person. */
    public void rows(PatronSearch wish, Consumer<List<String>> each) {
        var header = new ArrayList<>(FIELDS.stream().map(Column::name).toList());
        header.add("Card");
        each.accept(header);
        var pages = 1;
        for (var page = 1; page <= pages; page++) {
            var number = page;
            var people = database.read(connection -> search.find(connection, wish, number, AT_ONCE));
            pages = people.pages();
            var ids = people.rows().stream().map(Patron::id).toList();
            var good = database.read(connection -> cards.good(connection, ids));
            for (var patron : people.rows()) {
                var row = new ArrayList<String>();
                for (var column : FIELDS) row.add(patron.facts().get(column.field()));
                row.add(Objects.requireNonNullElse(good.get(patron.id()), ""));
                each.accept(row);
            }
        }
    }

    /** The same as a workbook. */
    public void workbook(PatronSearch wish, OutputStream out) {
        try (var book = new PeopleWorkbook(out)) {
            rows(wish, book::row);
        }
    }
}
