package org.carrel.browser;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file with damaged records, imported into the running product: 1 is sound, 2 is an end mark alone, 3 breaks off, 4 is
 * sound again.
 *
 * @param number of the import
 */
record DamagedImport(long number) {
    static final int LONE_END = 2;
    static final int BROKEN_OFF = 3;

    static DamagedImport load(String name) {
        return new DamagedImport(ProductImports.load(name, bytes()));
    }

    String lines() {
        return "/desk/import/" + number;
    }

    String doctor(int record) {
        return "/desk/doctor/" + number + "/" + record;
    }

    static byte[] bytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(record("dmg1", "The first and sound one"));
        file.write(0x1D);
        var broken = record("dmg3", "The third, which breaks off");
        file.writeBytes(Arrays.copyOf(broken, broken.length - 9));
        file.writeBytes(record("dmg4", "The last and sound one"));
        return file.toByteArray();
    }

    /** The same record, which asks to be deleted (leader/05). */
    static byte[] deletion(String number, String title) {
        var record = record(number, title);
        record[5] = 'd';
        return record;
    }

    static byte[] record(String number, String title) {
        var fields =
                new String[] {number, "240801s2001    nyua   c      000 1 eng d", "10\u001Fa" + title, " 0\u001FaDogs"};
        var tags = new String[] {"001", "008", "245", "650"};
        var directory = new StringBuilder();
        var data = new StringBuilder();
        for (int i = 0; i < tags.length; i++) {
            directory.append(String.format("%s%04d%05d", tags[i], fields[i].length() + 1, data.length()));
            data.append(fields[i]).append('\u001E');
        }
        int base = 24 + directory.length() + 1;
        var text = String.format("%05dnam a22%05d i 4500", base + data.length() + 1, base)
                + directory
                + '\u001E'
                + data
                + '\u001D';
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
