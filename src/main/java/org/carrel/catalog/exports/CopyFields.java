package org.carrel.catalog.exports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carrel.catalog.DataField;
import org.carrel.catalog.ExportRequest.Copies;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.rules.CopyPreset;
import org.carrel.catalog.store.ShelfCopy;

/** Writes the copies of a record into it, in the field that the next system reads. */
final class CopyFields {
    private CopyFields() {}

    /** Tags that the copies replace in this record; empty when it keeps its fields. */
    static Set<String> tags(MarcRecord record, Copies copies) {
        if (copies == Copies.AS_IMPORTED) return Set.of();
        var tags = new HashSet<String>();
        tags.add(tag(copies));
        CopyPreset.detect(record).ifPresent(preset -> tags.add(preset.tag()));
        return tags;
    }

    private static String tag(Copies copies) {
        return copies == Copies.IN_852 ? "852" : "952";
    }

    /** The record with these copies in place of its copy fields. */
    static MarcRecord write(MarcRecord record, List<ShelfCopy> copies, Copies how) {
        if (how == Copies.AS_IMPORTED) return record;
        var replaced = tags(record, how);
        var kept = new ArrayList<MarcField>();
        for (var field : record.fields()) {
            if (!replaced.contains(field.tag())) kept.add(field);
        }
        int place = kept.size();
        while (place > 0 && kept.get(place - 1).tag().compareTo(tag(how)) > 0) place--;
        var fields = copies.stream()
                .map(copy -> how == Copies.IN_852 ? in852(copy) : in952(copy))
                .toList();
        kept.addAll(place, fields);
        return new MarcRecord(record.leader(), kept);
    }

    /** MARC 21 Holdings 852; $9 and the codes of $x as vendors of school libraries use them. */
    private static DataField in852(ShelfCopy copy) {
        var field = new Builder();
        field.add('a', copy.site());
        field.add('b', copy.site());
        field.add('c', copy.location());
        field.add('k', copy.callNumber().prefix());
        field.add('h', copy.callNumber().classNumber());
        field.add('i', copy.callNumber().cutter());
        field.add('m', copy.callNumber().suffix());
        field.add('p', copy.barcode());
        field.add('q', copy.condition());
        field.add('t', copy.copyNumber());
        field.add('9', price(copy));
        field.add('x', codes(copy));
        if (!copy.fund().isEmpty()) field.add('x', "FUND:" + copy.fund());
        field.add('z', copy.note());
        return field.build("852");
    }

    private static String codes(ShelfCopy copy) {
        var codes = code('a', copy.itemType())
                + code('c', date(copy, DateTimeFormatter.BASIC_ISO_DATE))
                + code('e', copy.volume())
                + code('f', copy.vendor());
        return codes.isEmpty() ? "" : "FSC" + codes;
    }

    private static String code(char letter, String value) {
        return value.isEmpty() ? "" : "@" + letter + value;
    }

    /** Koha's items: $1 lost, $4 damaged, $7 not for loan. Koha has no worn copies; one in repair counts as damaged. */
    private static DataField in952(ShelfCopy copy) {
        var field = new Builder();
        field.add('1', lost(copy));
        field.add('4', copy.condition().equals("damaged") || copy.condition().equals("in_repair") ? "1" : "");
        field.add('7', copy.lendable() ? "" : "1");
        field.add('a', copy.site());
        field.add('b', copy.site());
        field.add('c', copy.location());
        field.add('d', date(copy, DateTimeFormatter.ISO_LOCAL_DATE));
        field.add('e', copy.vendor());
        field.add('g', price(copy));
        field.add('h', copy.volume());
        field.add('o', copy.callNumber().text());
        field.add('p', copy.barcode());
        field.add('t', copy.copyNumber());
        field.add('y', copy.itemType());
        field.add('z', copy.note());
        return field.build("952");
    }

    /** Koha's authorised values LOST: 1 lost, 4 missing. */
    private static String lost(ShelfCopy copy) {
        return switch (copy.condition()) {
            case "lost" -> "1";
            case "missing" -> "4";
            default -> "";
        };
    }

    /** With its decimal point, so that nobody takes it for cents; empty when there is none. */
    static String price(ShelfCopy copy) {
        var cents = copy.priceCents();
        return cents == null ? "" : BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static String date(ShelfCopy copy, DateTimeFormatter form) {
        var acquired = copy.acquired();
        return acquired == null ? "" : form.format(acquired);
    }

    /** Leaves out what is empty, and brings text into the form of records: one line, Normalization Form C. */
    private static final class Builder {
        private final List<Subfield> subfields = new ArrayList<>();

        void add(char code, String value) {
            var line = value.replaceAll("[\\p{Cc}\\s]+", " ").strip();
            if (!line.isEmpty()) subfields.add(new Subfield(code, Normalizer.normalize(line, Normalizer.Form.NFC)));
        }

        DataField build(String tag) {
            return new DataField(tag, ' ', ' ', subfields);
        }
    }
}
