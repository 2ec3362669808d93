package org.carrel.catalog.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.jspecify.annotations.Nullable;

/** One copy field while it is read: gives its values out and collects what was doubtful. */
final class CopyField {
    private static final int BARCODE_LENGTH = 14;
    private static final int DETAIL_LENGTH = 60;
    private final DataField field;
    private final String place;
    private final List<Finding> findings = new ArrayList<>();

    /** @param number 1 for the first field with this tag in the record */
    CopyField(DataField field, int number) {
        this.field = field;
        this.place = field.tag() + "[" + number + "]";
    }

    /** The first subfield with this code that is not blank, in one line; else empty. */
    String text(char code) {
        return texts(code).stream().findFirst().orElse("");
    }

    List<String> texts(char code) {
        return FieldText.wanted(field, String.valueOf(code)).toList();
    }

    DataField field() {
        return field;
    }

    String barcode(char code) {
        var barcodes = texts(code);
        if (barcodes.isEmpty()) {
            find(MappingProblem.BARCODE_MISSING, code, "");
            return "";
        }
        barcodes.stream().skip(1).forEach(other -> find(MappingProblem.BARCODE_TWICE_IN_COPY, code, other));
        var barcode = barcodes.getFirst();
        if (barcode.length() > BARCODE_LENGTH) find(MappingProblem.BARCODE_TOO_LONG, code, barcode);
        return barcode;
    }

    /** @param cents what the rule of this preset made of the text */
    @Nullable Integer price(char code, String text, OptionalInt cents) {
        if (cents.isPresent()) return cents.getAsInt();
        if (!text.isEmpty()) find(MappingProblem.PRICE_UNREADABLE, code, text);
        return null;
    }

    @Nullable LocalDate date(char code, String text) {
        var date = CopyDates.parse(text);
        if (date.isEmpty() && !text.isEmpty()) find(MappingProblem.DATE_UNREADABLE, code, text);
        return date.orElse(null);
    }

    void find(MappingProblem problem, char code, String detail) {
        var shown = detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH) + "…";
        findings.add(new Finding(problem, place + "$" + code, shown));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
