package org.carrel.catalog.rules;

import java.util.List;
import java.util.OptionalInt;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.CopyMap.PriceForm;
import org.carrel.catalog.CopyStatement;

/** A copy field as a vendor's own map reads it. */
final class MappedCopy {
    private final CopyField field;
    private final CopyMap map;

    private MappedCopy(CopyField field, CopyMap map) {
        this.field = field;
        this.map = map;
    }

    static CopyStatement read(CopyField field, CopyMap map) {
        return new MappedCopy(field, map).read();
    }

    private CopyStatement read() {
        var price = code(Part.PRICE);
        var date = code(Part.DATE_ACQUIRED);
        return new CopyStatement(
                first(Part.SITE),
                first(Part.LOCATION),
                first(Part.ITEM_TYPE),
                callNumber(),
                barcode(),
                first(Part.COPY_NUMBER),
                joined(Part.VOLUME),
                field.price(price, field.text(price), cents(field.text(price))),
                field.date(date, field.text(date)),
                first(Part.VENDOR),
                first(Part.FUND),
                List.of(),
                all(Part.NOTE),
                false,
                field.findings());
    }

    /** A file whose map names no barcode says nothing about them. */
    private String barcode() {
        return map.codes(Part.BARCODE).isEmpty() ? "" : field.barcode(code(Part.BARCODE));
    }

    private OptionalInt cents(String text) {
        return map.price() == PriceForm.CENTS ? Price.ofVendor(text) : Price.ofSystem(text);
    }

    /** A whole label in one subfield is taken apart. */
    private CallNumber callNumber() {
        var parts = new CallNumber(
                joined(Part.CALL_PREFIX), joined(Part.CALL_CLASS), joined(Part.CALL_CUTTER), joined(Part.CALL_SUFFIX));
        var whole = parts.prefix().isEmpty()
                && parts.cutter().isEmpty()
                && parts.suffix().isEmpty()
                && parts.classNumber().contains(" ");
        return whole ? CallNumberText.split(parts.classNumber()) : parts;
    }

    private String first(Part part) {
        return map.codes(part).isEmpty() ? "" : field.text(code(part));
    }

    private String joined(Part part) {
        return String.join(" ", all(part));
    }

    private List<String> all(Part part) {
        return FieldText.wanted(field.field(), map.codes(part)).toList();
    }

    /** The first of the part's codes that has text; else its first code; a blank, which no subfield has, for no code. */
    private char code(Part part) {
        var codes = map.codes(part);
        for (var i = 0; i < codes.length(); i++) {
            if (!field.text(codes.charAt(i)).isEmpty()) return codes.charAt(i);
        }
        return codes.isEmpty() ? ' ' : codes.charAt(0);
    }
}
