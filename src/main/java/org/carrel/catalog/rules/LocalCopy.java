package org.carrel.catalog.rules;

import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;

/**
 * 949 as Sirsi and those who followed it write it: $a whole label, $v volume, $i barcode, $c copy number, $m library,
 * $l location, $t item type, $x $z categories, $p price, $u date, $o note.
 */
final class LocalCopy {
    private LocalCopy() {}

    static CopyStatement read(CopyField field) {
        var label = CallNumberText.split(field.text('a'));
        var volume = field.text('v');
        var suffix = label.text().isEmpty() ? "" : (label.suffix() + " " + volume).strip();
        var withVolume = new CallNumber(label.prefix(), label.classNumber(), label.cutter(), suffix);
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
}
