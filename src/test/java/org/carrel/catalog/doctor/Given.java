package org.carrel.catalog.doctor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Diagnosis;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Repair;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.marc.Iso2709Writer;
import org.carrel.catalog.marc.MarcFormat;

/** Sound records, and ways to damage them. */
final class Given {
    static final MarcRecord BOOK = new MarcRecord(
            "00000nam a2200000 i 4500",
            List.of(
                    new ControlField("001", "doc1"),
                    new ControlField("008", "240801s2001    nyua   c      000 1 eng d"),
                    new DataField("100", '1', ' ', List.of(new Subfield('a', "García Márquez, Gabriel"))),
                    new DataField(
                            "245", '1', '0', List.of(new Subfield('a', "Cien años /"), new Subfield('c', "G. G. M."))),
                    new DataField("650", ' ', '0', List.of(new Subfield('a', "Families")))));

    private Given() {}

    static byte[] sound() {
        return switch (Iso2709Writer.write(BOOK)) {
            case Iso2709Writer.Result.Written written -> written.bytes();
            case Iso2709Writer.Result.TooLarge large -> throw new AssertionError(large);
            case Iso2709Writer.Result.TagImpossible tag -> throw new AssertionError(tag);
        };
    }

    static byte[] with(int at, String text) {
        var bytes = sound();
        System.arraycopy(latin(text), 0, bytes, at, text.length());
        return bytes;
    }

    /** The book as a system would write it that knows this encoding only, under this leader/09. */
    static byte[] encoded(String title, String charset, char flag) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(latin("doc1\u001E10\u001Fa"));
        data.writeBytes(title.getBytes(Charset.forName(charset)));
        data.writeBytes(latin("\u001E\u001D"));
        int titleLength = data.size() - 6;
        int length = 24 + 24 + 1 + data.size();
        var head = String.format("%05dnam %c2200049 i 4500001000500000245%04d00005\u001E", length, flag, titleLength);
        var record = new ByteArrayOutputStream();
        record.writeBytes(latin(head));
        record.writeBytes(data.toByteArray());
        return record.toByteArray();
    }

    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Diagnosis.OfBytes examined(byte[] bytes) {
        return (Diagnosis.OfBytes) Examination.of(bytes, MarcFormat.ISO_2709);
    }

    static List<String> faults(Diagnosis diagnosis) {
        return diagnosis.faults().stream().map(fault -> fault.problem().name()).toList();
    }

    static List<Repair.Kind> kinds(Diagnosis diagnosis) {
        return diagnosis.repairs().stream().map(Repair::kind).toList();
    }
}
