package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;

/** Reads the copies a record states, in the order of their fields. */
public final class CopyMapping {
    private CopyMapping() {}

    /** A copy that has no call number of its own gets that of its record. A field without data is no copy. */
    public static List<CopyStatement> copies(MarcRecord record, CopyPreset preset) {
        var copies = new ArrayList<CopyStatement>();
        var places = new HashMap<String, Integer>();
        var titleCall = TitleCallNumber.of(record);
        var number = 0;
        for (var field : record.data(preset.tag()).toList()) {
            number++;
            if (FieldText.join(field, codes(field)).isEmpty()) continue;
            var copy = withCallNumber(read(preset, new CopyField(field, number)), titleCall);
            copies.add(flagged(copy, preset.tag(), number, places));
        }
        return List.copyOf(copies);
    }

    private static CopyStatement read(CopyPreset preset, CopyField field) {
        return switch (preset) {
            case K12_852 -> vendor(field);
            case KOHA_952 -> koha(field);
            case LOCAL_949 -> local(field);
        };
    }

    /** $a site, $b and $c location, $k $h $i $m call number, $p barcode, $t copy, $9 price, $x codes. */
    private static CopyStatement vendor(CopyField field) {
        var codes = CirculationCodes.of(field.field());
        var enumeration = Stream.concat(codes.all('i'), codes.all('j')).collect(Collectors.joining(" "));
        return new CopyStatement(
                field.text('a'),
                vendorLocation(field),
                codes.first('a'),
                vendorCallNumber(field),
                field.barcode('p'),
                field.text('t'),
                codes.first('e').isEmpty() ? enumeration : codes.first('e'),
                field.price('9', field.text('9'), Price.ofVendor(field.text('9'))),
                field.date('x', codes.first('c')),
                codes.first('f'),
                codes.fund(),
                codes.all('b').toList(),
                Stream.concat(codes.notes().stream(), field.texts('z').stream()).toList(),
                false,
                field.findings());
    }

    /** The narrower place, $c; $b often only repeats the site. */
    private static String vendorLocation(CopyField field) {
        if (!field.text('c').isEmpty()) return field.text('c');
        return field.text('b').equals(field.text('a')) ? "" : field.text('b');
    }

    /** A whole label in $h (or, from Evergreen, in $j) is taken apart. */
    private static CallNumber vendorCallNumber(CopyField field) {
        var parts =
                new CallNumber(field.text('k'), field.text('h'), String.join(" ", field.texts('i')), field.text('m'));
        if (parts.text().isEmpty()) return CallNumberText.split(field.text('j'));
        var labelInClass = parts.prefix().isEmpty()
                && parts.cutter().isEmpty()
                && parts.classNumber().contains(" ");
        if (!labelInClass) return parts;
        var split = CallNumberText.split(parts.classNumber());
        return parts.suffix().isEmpty()
                ? split
                : new CallNumber(
                        split.prefix(),
                        split.classNumber(),
                        split.cutter(),
                        (split.suffix() + " " + parts.suffix()).strip());
    }

    /** Koha's items: $a home library, $c location, $o whole label, $p barcode, $y item type, $8 collection, $7 not for loan. */
    private static CopyStatement koha(CopyField field) {
        var priceCode = field.text('g').isEmpty() ? 'v' : 'g';
        var lost = Stream.of('0', '1').filter(code -> isSet(field.text(code))).toList();
        lost.forEach(code -> field.find(MappingProblem.COPY_NOT_ON_SHELF, code, field.text(code)));
        return new CopyStatement(
                field.text(field.text('a').isEmpty() ? 'b' : 'a'),
                field.text('c'),
                field.text('y'),
                CallNumberText.split(field.text('o')),
                field.barcode('p'),
                field.text('t'),
                field.text('h'),
                field.price(priceCode, field.text(priceCode), Price.ofSystem(field.text(priceCode))),
                field.date('d', field.text('d')),
                field.text('e'),
                "",
                field.texts('8'),
                Stream.concat(field.texts('x').stream(), field.texts('z').stream())
                        .toList(),
                !lost.isEmpty() || isSet(field.text('7')),
                field.findings());
    }

    /** Sirsi's items: $a whole label, $v volume, $i barcode, $c copy, $l location, $m library, $t type, $p price. */
    private static CopyStatement local(CopyField field) {
        var label = CallNumberText.split(field.text('a'));
        var volume = field.text('v');
        var withVolume = volume.isEmpty()
                ? label
                : new CallNumber(
                        label.prefix(), label.classNumber(), label.cutter(), (label.suffix() + " " + volume).strip());
        return new CopyStatement(
                field.text('m'),
                field.text('l'),
                field.text('t'),
                withVolume,
                field.barcode('i'),
                field.text('c'),
                volume,
                field.price('p', field.text('p'), Price.ofSystem(field.text('p'))),
                field.date('u', field.text('u')),
                "",
                "",
                Stream.concat(field.texts('x').stream(), field.texts('z').stream())
                        .toList(),
                field.texts('o'),
                false,
                field.findings());
    }

    /** Koha status columns: empty, 0 or a code. */
    private static boolean isSet(String status) {
        return !status.isEmpty() && !status.equals("0");
    }

    private static String codes(DataField field) {
        return field.subfields().stream()
                .map(subfield -> String.valueOf(subfield.code()))
                .collect(Collectors.joining());
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
