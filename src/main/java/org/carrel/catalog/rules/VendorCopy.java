package org.carrel.catalog.rules;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;

/**
 * 852 as vendors of school libraries and Evergreen write it: $a site, $b and $c location, $k $h $i $m call number, $p
 * barcode, $t copy number, $9 price, $x codes.
 */
final class VendorCopy {
    private VendorCopy() {}

    static CopyStatement read(CopyField field) {
        var codes = CirculationCodes.of(field.field());
        var enumeration = Stream.concat(codes.all('i'), codes.all('j')).collect(Collectors.joining(" "));
        return new CopyStatement(
                field.text('a'),
                location(field),
                codes.first('a'),
                callNumber(field),
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
    private static String location(CopyField field) {
        if (!field.text('c').isEmpty()) return field.text('c');
        return field.text('b').equals(field.text('a')) ? "" : field.text('b');
    }

    /** A whole label in $h (or, from Evergreen, in $j) is taken apart. */
    private static CallNumber callNumber(CopyField field) {
        var cutter = String.join(" ", field.texts('i'));
        var parts = new CallNumber(field.text('k'), field.text('h'), cutter, field.text('m'));
        if (parts.text().isEmpty()) return CallNumberText.split(field.text('j'));
        if (!cutter.isEmpty() || !parts.classNumber().contains(" ")) return parts;
        var split = CallNumberText.split(parts.classNumber());
        return new CallNumber(
                joined(parts.prefix(), split.prefix()),
                split.classNumber(),
                split.cutter(),
                joined(split.suffix(), parts.suffix()));
    }

    private static String joined(String one, String other) {
        return (one + " " + other).strip();
    }
}
