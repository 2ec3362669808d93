package org.carrel.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the audit trail ended with on past days, kept beside the keys of persons: whoever writes the whole chain anew inside
 * of the database does not reach it here.
 */
final class AuditAnchors {
    private static final String FILE = "audit-anchors.tsv";
    private static final int MOST = 1000;

    private final PersonKeys keys;
    private final List<Anchor> known;

    AuditAnchors(PersonKeys keys) {
        this.keys = keys;
        this.known = keys.read(FILE).lines().map(Anchor::of).toList();
    }

    /** The event of this number had this hash at that time. */
    record Anchor(Instant at, long number, byte[] hash) {
        private String line() {
            return at + "\t" + number + "\t" + HexFormat.of().formatHex(hash) + "\n";
        }

        private static Anchor of(String line) {
            var cells = line.split("\t", -1);
            return new Anchor(
                    Instant.parse(cells[0]),
                    Long.parseLong(cells[1]),
                    HexFormat.of().parseHex(cells[2]));
        }
    }

    void add(Anchor anchor) {
        if (!known.isEmpty() && known.getLast().number() == anchor.number()) return;
        var text = new StringBuilder();
        known.stream().skip(Math.max(0, known.size() + 1 - MOST)).forEach(line -> text.append(line.line()));
        keys.write(FILE, text.append(anchor.line()).toString());
    }

    /** The sentence about a chain that was longer once. */
    Optional<String> beyond(long last) {
        return known.stream()
                .filter(anchor -> anchor.number() > last)
                .findFirst()
                .map(anchor -> "The audit trail ends at event " + last + ", but on " + anchor.at() + " there were "
                        + anchor.number() + ".");
    }

    /** The sentence about an event that is another than it was. */
    Optional<String> problem(long number, byte[] hash) {
        return known.stream()
                .filter(anchor -> anchor.number() == number && !Arrays.equals(anchor.hash(), hash))
                .findFirst()
                .map(anchor -> "The audit trail was written anew: event " + number + " is another than on "
                        + anchor.at() + ".");
    }
}
