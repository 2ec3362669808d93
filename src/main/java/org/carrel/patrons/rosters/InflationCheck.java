package org.carrel.patrons.rosters;

import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.carrel.patrons.RosterFinding.Kind;

/**
 * A workbook is inflated once before its reader sees it: that one would fill the memory with a bomb. By its directory, as some
 * programs write entries whose length stands there only.
 */
final class InflationCheck {
    private static final long MOST_BYTES = 128L << 20;
    private static final int PIECE = 1 << 16;

    private InflationCheck() {}

    static void check(Member member, byte[] bytes) {
        var left = MOST_BYTES;
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            var piece = new byte[PIECE];
            for (var entry : Collections.list(zip.getEntries())) {
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                        left -= read;
                        if (left < 0)
                            throw new RosterUnreadable(Kind.TOO_LARGE, member.name(), (MOST_BYTES >> 20) + "");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RosterUnreadable(Kind.ARCHIVE_DAMAGED, member.name(), "");
        }
    }
}
