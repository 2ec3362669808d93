package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;

/** Reads the copies a record states, in the order of their fields. */
public final class CopyMapping {
    private CopyMapping() {}

    /** A copy that has no call number of its own gets that of its record. A field without data is no copy. */
    public static List<CopyStatement> copies(MarcRecord record, CopyPreset preset) {
        return copies(record, preset.tag(), field -> read(preset, field));
    }

    /** The same as a vendor's own map has it. */
    public static List<CopyStatement> copies(MarcRecord record, CopyMap map) {
        return copies(record, map.tag(), field -> MappedCopy.read(field, map));
    }

    private static List<CopyStatement> copies(
            MarcRecord record, String tag, Function<CopyField, CopyStatement> reader) {
        var copies = new ArrayList<CopyStatement>();
        var places = new HashMap<String, Integer>();
        var titleCall = TitleCallNumber.of(record);
        var number = 0;
        for (var field : record.data(tag).toList()) {
            number++;
            if (isEmpty(field)) continue;
            var copy = withCallNumber(reader.apply(new CopyField(field, number)), titleCall);
            copies.add(flagged(copy, tag, number, places));
        }
        return List.copyOf(copies);
    }

    private static CopyStatement read(CopyPreset preset, CopyField field) {
        return switch (preset) {
            case K12_852 -> VendorCopy.read(field);
            case KOHA_952 -> KohaCopy.read(field);
            case LOCAL_949 -> LocalCopy.read(field);
        };
    }

    private static boolean isEmpty(DataField field) {
        for (var subfield : field.subfields()) {
            if (!FieldText.clean(subfield.data()).isEmpty()) return false;
        }
        return true;
    }

    private static CopyStatement withCallNumber(CopyStatement copy, CallNumber titleCall) {
        return copy.callNumber().text().isEmpty() ? with(copy, titleCall, copy.findings()) : copy;
    }

    /** Both places of a repeated barcode are named: the later in the finding's place, the earlier behind the barcode. */
    private static CopyStatement flagged(CopyStatement copy, String tag, int number, Map<String, Integer> places) {
        if (copy.barcode().isEmpty()) return copy;
        var first = places.putIfAbsent(copy.barcode().toUpperCase(Locale.ROOT), number);
        if (first == null) return copy;
        var findings = new ArrayList<>(copy.findings());
        var detail = copy.barcode() + " (" + tag + "[" + first + "])";
        findings.add(new Finding(MappingProblem.BARCODE_REPEATED, tag + "[" + number + "]", detail));
        return with(copy, copy.callNumber(), findings);
    }

    private static CopyStatement with(CopyStatement copy, CallNumber callNumber, List<Finding> findings) {
        return new CopyStatement(
                copy.site(),
                copy.location(),
                copy.itemType(),
                callNumber,
                copy.barcode(),
                copy.copyNumber(),
                copy.volume(),
                copy.priceCents(),
                copy.acquired(),
                copy.vendor(),
                copy.fund(),
                copy.categories(),
                copy.notes(),
                copy.notForLoan(),
                findings);
    }
}
