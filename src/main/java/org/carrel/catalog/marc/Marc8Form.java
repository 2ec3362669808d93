package org.carrel.catalog.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** What a record needs, and what it gives up, when it is written in MARC-8. */
public final class Marc8Form {
    private static final String SETS_PRESENT = "066";
    /** Sets chosen by technique 1 are not named in 066. */
    private static final String UNNAMED = "gbp";

    private Marc8Form() {}

    /**
     * A field whose text is written with numeric character references.
     *
     * @param characters those that MARC-8 lacks, in order
     */
    public record Lacking(MarcField field, String characters) {}

    /** The record with 066 naming the character sets of its text, as MARC 21 demands; as it is when it needs none. */
    public static MarcRecord withCharacterSets(MarcRecord record) {
        Set<Character> sets = new LinkedHashSet<>();
        record.fields().stream().flatMap(Marc8Form::encoded).forEach(text -> sets.addAll(text.sets()));
        var names = sets.stream()
                .filter(set -> UNNAMED.indexOf(set) < 0)
                .map(set -> new Subfield('c', (set == Marc8Repertoire.EAST_ASIAN ? "$" : "(") + set))
                .toList();
        if (names.isEmpty() || record.data(SETS_PRESENT).findAny().isPresent()) return record;
        var fields = new ArrayList<MarcField>(record.fields());
        int place = fields.size();
        while (place > 0 && fields.get(place - 1).tag().compareTo(SETS_PRESENT) > 0) place--;
        fields.add(place, new DataField(SETS_PRESENT, ' ', ' ', names));
        return new MarcRecord(record.leader(), fields);
    }

    /** Every field with a character that MARC-8 lacks, in record order. */
    public static List<Lacking> lacking(MarcRecord record) {
        var found = new ArrayList<Lacking>();
        for (var field : record.fields()) {
            var missing = new StringBuilder();
            encoded(field).forEach(text -> missing.append(text.missing()));
            if (!missing.isEmpty()) found.add(new Lacking(field, missing.toString()));
        }
        return found;
    }

    private static Stream<Marc8Encoder.Encoded> encoded(MarcField field) {
        return switch (field) {
            case ControlField control -> Stream.of(Marc8Encoder.encode(control.data()));
            case DataField data -> data.subfields().stream().map(subfield -> Marc8Encoder.encode(subfield.data()));
        };
    }
}
