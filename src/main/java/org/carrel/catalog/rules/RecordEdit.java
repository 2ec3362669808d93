package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.FixedPosition;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Wording;
import org.jspecify.annotations.Nullable;

/** A record while some of its fields change; every other field stays where it is, untouched. */
final class RecordEdit {
    private String leader;
    private final List<@Nullable MarcField> slots;
    private final List<MarcField> added = new ArrayList<>();

    RecordEdit(MarcRecord record) {
        this.leader = record.leader();
        this.slots = new ArrayList<>(record.fields());
    }

    MarcRecord record() {
        var fields = new ArrayList<MarcField>();
        slots.stream().filter(Objects::nonNull).map(Objects::requireNonNull).forEach(fields::add);
        for (var field : added) fields.add(placeOf(field, fields), field);
        return new MarcRecord(leader, fields);
    }

    /** The places of the data fields that are wanted, in record order. */
    List<Integer> find(Predicate<DataField> wanted) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < slots.size(); i++) {
            if (slots.get(i) instanceof DataField data && wanted.test(data)) found.add(i);
        }
        return found;
    }

    Optional<Integer> first(Predicate<DataField> wanted) {
        return find(wanted).stream().findFirst();
    }

    DataField data(int at) {
        if (slots.get(at) instanceof DataField data) return data;
        throw new IllegalStateException("No data field at " + at);
    }

    void replace(int at, MarcField field) {
        slots.set(at, field);
    }

    void remove(int at) {
        slots.set(at, null);
    }

    /** After the last field whose tag is not higher. */
    void add(MarcField field) {
        added.add(field);
    }

    boolean hasMainEntry() {
        return slots.stream().anyMatch(field -> field != null && FormatCheck.isMainEntry(field.tag()))
                || added.stream().anyMatch(field -> FormatCheck.isMainEntry(field.tag()));
    }

    void leader(FixedPosition position, String value) {
        leader = FixedFieldTable.with(leader, position, value);
    }

    /** Changes a position of the first 008; a record without one stays without. */
    void fixed(int start, int end, String value) {
        for (var i = 0; i < slots.size(); i++) {
            if (!(slots.get(i) instanceof ControlField control)
                    || !control.tag().equals("008")) continue;
            slots.set(i, new ControlField("008", FixedFieldTable.with(control.data(), span(start, end), value)));
            return;
        }
    }

    private static FixedPosition span(int start, int end) {
        return new FixedPosition(start, end, Wording.NONE, List.of(), false, "");
    }

    void removeTags(String... tags) {
        var wanted = List.of(tags);
        slots.replaceAll(field -> field != null && wanted.contains(field.tag()) ? null : field);
    }

    private static int placeOf(MarcField field, List<MarcField> fields) {
        for (var i = fields.size(); i > 0; i--) {
            if (fields.get(i - 1).tag().compareTo(field.tag()) <= 0) return i;
        }
        return 0;
    }
}
