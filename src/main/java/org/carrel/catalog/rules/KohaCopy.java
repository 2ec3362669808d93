package org.carrel.catalog.rules;

import java.util.stream.Stream;
import org.carrel.catalog.CopyStatement;

/**
 * 952, the items of Koha: $a home library, $b holding library, $c location, $o whole label, $p barcode, $t copy number,
 * $y item type, $8 collection, $h enumeration, $g price ($v replacement price), $d date, $e source; $0 withdrawn, $1
 * lost, $7 not for loan.
 */
final class KohaCopy {
    private KohaCopy() {}

    static CopyStatement read(CopyField field) {
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

    /** Koha status columns: empty, 0 or a code. */
    private static boolean isSet(String status) {
        return !status.isEmpty() && !status.equals("0");
    }
}
