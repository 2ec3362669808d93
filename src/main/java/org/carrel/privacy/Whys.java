package org.carrel.privacy;

import jakarta.json.Json;
import java.io.StringReader;

/** The reason of a look as the audit trail keeps it. */
final class Whys {
    static final int LONGEST = 500;
    private static final String WHY = "why";

    private Whys() {}

    static String write(String why) {
        var cut = why.strip();
        return Json.createObjectBuilder()
                .add(WHY, cut.length() > LONGEST ? cut.substring(0, LONGEST) : cut)
                .build()
                .toString();
    }

    /** Empty for an event that has no reason. */
    static String read(String payload) {
        try (var reader = Json.createReader(new StringReader(payload))) {
            return reader.readObject().getString(WHY, "");
        }
    }
}
