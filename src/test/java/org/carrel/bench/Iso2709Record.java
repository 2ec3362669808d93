package org.carrel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** One record as it is put together: a directory that grows beside its data. Not the product's writer: bench input is ours alone. */
final class Iso2709Record {
    private static final int LEADER = 24;

    private final StringBuilder directory = new StringBuilder();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(1400);

    void control(String tag, String text) {
        add(tag, text);
    }

    /** @param subfields each begins with its code */
    void data(String tag, String indicators, String... subfields) {
        add(tag, indicators + "\u001f" + String.join("\u001f", subfields));
    }

    private void add(String tag, String text) {
        var bytes = (text + "\u001e").getBytes(UTF_8);
        directory.append(String.format(Locale.ROOT, "%s%04d%05d", tag, bytes.length, data.size()));
        data.writeBytes(bytes);
    }

    byte[] bytes() {
        var base = LEADER + directory.length() + 1;
        var length = base + data.size() + 1;
        var head = String.format(Locale.ROOT, "%05dnam a22%05d i 4500%s\u001e", length, base, directory);
        var record = new ByteArrayOutputStream(length);
        record.writeBytes(head.getBytes(UTF_8));
        record.writeBytes(data.toByteArray());
        record.write(0x1d);
        return record.toByteArray();
    }
}
