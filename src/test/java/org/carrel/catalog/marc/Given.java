package org.carrel.catalog.marc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Records and bytes made for a test. */
final class Given {
    static final String LEADER = "00000nam a2200000 i 4500";
    private static final byte[] NONE = {};

    private Given() {}

    static MarcRecord record(String number, String title) {
        return new MarcRecord(
                LEADER,
                List.of(
                        new ControlField("001", number),
                        new ControlField("008", "240801s2001    nyua   c      000 1 eng d"),
                        new DataField("245", '1', '0', List.of(new Subfield('a', title)))));
    }

    static byte[] iso(MarcRecord record) {
        return switch (Iso2709Writer.write(record)) {
            case Iso2709Writer.Result.Written written -> written.bytes();
            case Iso2709Writer.Result.TooLarge large -> throw new AssertionError(large);
            case Iso2709Writer.Result.TagImpossible tag -> throw new AssertionError(tag);
        };
    }

    /** An ISO 2709 record whose 245 $a is these bytes, with this leader/09. */
    static byte[] isoWithTitle(char flag, byte[] title) {
        var data = joined(latin("x1\u001E10\u001Fa"), title, latin("\u001E\u001D"));
        int base = 24 + 24 + 1;
        int length = base + data.length;
        var leader = String.format("%05dnam %c22%05d i 4500", length, flag, base);
        var directory = String.format("0010003000002450%03d00003\u001E", title.length + 5);
        return joined(latin(leader + directory), data);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) joined.writeBytes(part == null ? NONE : part);
        return joined.toByteArray();
    }

    static String xmlRecord(String number, String title) {
        return "<record><leader>" + LEADER + "</leader><controlfield tag=\"001\">" + number
                + "</controlfield><datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><subfield code=\"a\">" + title
                + "</subfield></datafield></record>";
    }
}
