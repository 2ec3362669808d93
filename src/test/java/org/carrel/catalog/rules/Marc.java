package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Writes records for tests in a line a field: {@code "245 10 $aDog Man /$cDav Pilkey."}; {@code #} is a blank indicator. */
final class Marc {
    static final String BOOK_LEADER = "00000nam a2200000 i 4500";
    static final String BOOK_008 = "240801s2001    nyua   c      000 1 eng d";

    private Marc() {}

    /** A book in English of 2001 with these data fields. */
    static MarcRecord book(String... fields) {
        return record(BOOK_LEADER, BOOK_008, fields);
    }

    /** @param fixed 008, none when empty */
    static MarcRecord record(String leader, String fixed, String... fields) {
        var all = new ArrayList<MarcField>();
        if (!fixed.isEmpty()) all.add(new ControlField("008", fixed));
        for (var field : fields) all.add(field(field));
        return new MarcRecord(leader, all);
    }

    static MarcField field(String line) {
        var tag = line.substring(0, 3);
        if (tag.startsWith("00")) return new ControlField(tag, line.substring(4));
        return new DataField(tag, indicator(line.charAt(4)), indicator(line.charAt(5)), subfields(line.substring(6)));
    }

    static DataField data(String line) {
        return (DataField) field(line);
    }

    private static char indicator(char written) {
        return written == '#' ? ' ' : written;
    }

    /** A dollar sign before a space or a digit-and-point is money, not a delimiter, when doubled: {@code $$12.99}. */
    private static List<Subfield> subfields(String text) {
        var subfields = new ArrayList<Subfield>();
        for (var part : text.strip().replace("$$", "\u0001").split("\\$", -1)) {
            if (part.isEmpty()) continue;
            subfields.add(new Subfield(part.charAt(0), part.substring(1).replace('\u0001', '$')));
        }
        return subfields;
    }
}
