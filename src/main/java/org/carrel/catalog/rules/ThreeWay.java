package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.ThreeWayChange;

/** Lays three states of a record side by side: what an import did to it, and what was done to that since. */
public final class ThreeWay {
    private ThreeWay() {}

    /**
     * The fields that are not the same in all three states, in the order in which their tags first occur.
     *
     * @param before empty when there was no record
     */
    public static List<ThreeWayChange> of(Optional<MarcRecord> before, MarcRecord imported, MarcRecord now) {
        var byImport =
                before.map(earlier -> RecordDifferences.of(earlier, imported)).orElseGet(() -> allNew(imported));
        var since = new ArrayList<>(RecordDifferences.of(imported, now));
        var changes = new ArrayList<ThreeWayChange>();
        for (var first : byImport) {
            var second = take(since, first);
            changes.add(new ThreeWayChange(first.before(), first.after(), second.orElse(first.after())));
        }
        for (var second : since) {
            changes.add(new ThreeWayChange(second.before(), second.before(), second.after()));
        }
        return changes;
    }

    private static List<FieldChange> allNew(MarcRecord record) {
        return RecordDifferences.fields(record).stream()
                .map(field -> new FieldChange(Optional.empty(), Optional.of(field)))
                .toList();
    }

    /**
     * What became since of the field the import left here; the Optional within is empty when the field went. Where the
     * import took a field away, one of its tag that came since is taken for its successor.
     */
    private static Optional<Optional<MarcField>> take(List<FieldChange> since, FieldChange first) {
        var found = since.stream()
                .filter(second -> first.after().isPresent()
                        ? second.before().equals(first.after())
                        : second.before().isEmpty() && second.tag().equals(first.tag()))
                .findFirst();
        found.ifPresent(since::remove);
        return found.map(FieldChange::after);
    }
}
