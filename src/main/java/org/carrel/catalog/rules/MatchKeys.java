package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Kind;

/** The keys under which a record is filed and looked up when an import asks "do we have this?". */
public final class MatchKeys {
    /** Longer title keys are cut: what a key column must hold. */
    public static final int MAX_LENGTH = 190;

    private MatchKeys() {}

    /**
     * All keys of the record, surest first. The year is not part of the TITLE key, since a year more or less is the same
     * edition, nor is 003 part of the control number, since files leave it out: the decision looks at both.
     */
    public static List<MatchKey> of(BibRecord record) {
        var keys = new ArrayList<MatchKey>();
        var ids = record.identifiers();
        add(keys, MatchKey.Kind.CONTROL_NUMBER, ids.controlNumber());
        add(keys, MatchKey.Kind.LCCN, ids.lccn());
        ids.isbns().forEach(isbn -> add(keys, MatchKey.Kind.ISBN, isbn));
        add(keys, MatchKey.Kind.OCLC, ids.oclc());
        titles(record).forEach(title -> add(keys, MatchKey.Kind.TITLE, title));
        return List.copyOf(keys);
    }

    /** With and without the subtitle, since catalogers differ in that. */
    private static Stream<String> titles(BibRecord record) {
        return Stream.of(record.titles().main(), record.titles().proper())
                .map(TitleLikeness::key)
                .filter(title -> !title.isEmpty())
                .distinct()
                .map(title -> title + "|" + surname(record) + "|" + format(record.kind()));
    }

    /** The first name's part before the comma, folded; empty when nobody is named. */
    static String surname(BibRecord record) {
        var names = record.names().all();
        if (names.isEmpty()) return "";
        var name = names.getFirst();
        var comma = name.indexOf(',');
        return TextFolding.fold(comma > 0 ? name.substring(0, comma) : name);
    }

    /** Kinds that are one format: what is told apart by genre alone is the same thing on the shelf. */
    static Kind format(Kind kind) {
        return kind == Kind.GRAPHIC_NOVEL ? Kind.BOOK : kind;
    }

    private static void add(List<MatchKey> keys, MatchKey.Kind kind, String value) {
        if (value.isBlank()) return;
        keys.add(new MatchKey(kind, value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH)));
    }
}
