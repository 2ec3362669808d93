package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;

/** What a librarian should see when one state of a record replaces another. */
public final class RecordDifferences {
    private RecordDifferences() {}

    /**
     * Tag by tag, in the order in which tags first occur. Fields that both have, wherever they stand, are left out; of the
     * rest, the first of a tag is taken for the first, the second for the second.
     */
    public static List<FieldChange> of(MarcRecord before, MarcRecord after) {
        var ours = fields(before);
        var theirs = fields(after);
        for (var field : List.copyOf(ours)) {
            if (theirs.remove(field)) ours.remove(field);
        }
        var tags = new LinkedHashSet<String>();
        ours.forEach(field -> tags.add(field.tag()));
        theirs.forEach(field -> tags.add(field.tag()));
        var changes = new ArrayList<FieldChange>();
        for (var tag : tags) pair(withTag(ours, tag), withTag(theirs, tag), changes);
        return changes;
    }

    static List<MarcField> fields(MarcRecord record) {
        var fields = new ArrayList<MarcField>();
        fields.add(new ControlField("LDR", record.leader()));
        fields.addAll(record.fields());
        return fields;
    }

    private static List<MarcField> withTag(List<MarcField> fields, String tag) {
        return fields.stream().filter(field -> field.tag().equals(tag)).toList();
    }

    private static void pair(List<MarcField> before, List<MarcField> after, List<FieldChange> changes) {
        for (var i = 0; i < Math.max(before.size(), after.size()); i++) {
            changes.add(new FieldChange(at(before, i), at(after, i)));
        }
    }

    private static Optional<MarcField> at(List<MarcField> fields, int index) {
        return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
    }
}
