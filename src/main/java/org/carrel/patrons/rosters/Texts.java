package org.carrel.patrons.rosters;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as spools keep them, of any length. */
final class Texts {
    private Texts() {}

    static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) write(out, text);
    }

    static List<String> readAll(DataInputStream in) throws IOException {
        var count = in.readInt();
        var texts = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) texts.add(read(in));
        return List.copyOf(texts);
    }
}
