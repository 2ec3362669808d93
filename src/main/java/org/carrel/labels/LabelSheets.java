package org.carrel.labels;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.carrel.labels.SheetProblem.Field;
import org.carrel.labels.SheetProblem.Kind;
import org.carrel.labels.rules.SheetRules;
import org.carrel.labels.rules.ShippedSheets;
import org.carrel.labels.store.LabelSheetStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Sheets of labels, and how printers are off. Both are the whole school's. */
@Door
public class LabelSheets {
    private static final Pattern KEY = Pattern.compile(LabelSheetStore.OWN + "([0-9]{1,9})");

    private final Database database;
    private final LabelSheetStore store = new LabelSheetStore();

    @Inject
    public LabelSheets(Database database) {
        this.database = database;
    }

    /** Those of the school's own by name, then those that come with Carrel. */
    public List<LabelSheet> sheets() {
        var all = new ArrayList<>(database.read(store::sheets));
        all.addAll(shipped());
        return all;
    }

    /** Those that come with Carrel. */
    public static List<LabelSheet> shipped() {
        return ShippedSheets.ALL;
    }

    /** The one with this key; the first that comes with Carrel when there is none. */
    public LabelSheet sheet(String key) {
        return find(key).orElseGet(() -> shipped().getFirst());
    }

    public Optional<LabelSheet> find(String key) {
        return sheets().stream().filter(sheet -> sheet.key().equals(key)).findFirst();
    }

    /** By name. */
    public List<LabelPrinter> printers() {
        return database.read(store::printers);
    }

    /** {@link LabelPrinter#EXACT} when there is none with this number. */
    public LabelPrinter printer(long id) {
        return printers().stream()
                .filter(printer -> printer.id() == id)
                .findFirst()
                .orElse(LabelPrinter.EXACT);
    }

    /** What may be typed to have this sheet. @param name that it gets */
    public static SheetDraft draft(LabelSheet sheet, String name) {
        return SheetRules.draft(sheet, name);
    }

    /** What may be typed to have this printer. */
    public static SheetDraft draft(LabelPrinter printer) {
        return SheetRules.draft(printer);
    }

    /** @param key of one of the school's own that is changed; anything else: a new one @return what is wrong; nothing when it is stored */
    public List<SheetProblem> saveSheet(String key, SheetDraft draft) {
        var problems = SheetRules.checkSheet(draft);
        if (!problems.isEmpty()) return problems;
        var sheet = SheetRules.sheet(draft);
        return taken(
                database.transaction(
                        connection -> store.save(connection, number(key).orElse(0), sheet)),
                draft);
    }

    /** @param id 0: a new one @return what is wrong; nothing when it is stored */
    public List<SheetProblem> savePrinter(int id, SheetDraft draft) {
        var problems = SheetRules.checkPrinter(draft);
        if (!problems.isEmpty()) return problems;
        var printer = SheetRules.printer(id, draft);
        return taken(database.transaction(connection -> store.save(connection, printer)), draft);
    }

    private static List<SheetProblem> taken(boolean saved, SheetDraft draft) {
        return saved ? List.of() : List.of(new SheetProblem(Field.NAME, Kind.TAKEN, draft.get(Field.NAME)));
    }

    public void removeSheet(String key) {
        var number = number(key);
        if (number.isEmpty()) return;
        database.transaction(connection -> {
            store.removeSheet(connection, number.getAsInt());
            return true;
        });
    }

    public void removePrinter(int id) {
        database.transaction(connection -> {
            store.removePrinter(connection, id);
            return true;
        });
    }

    private static OptionalInt number(String key) {
        var own = KEY.matcher(key);
        return own.matches() ? OptionalInt.of(Integer.parseInt(own.group(1))) : OptionalInt.empty();
    }
}
