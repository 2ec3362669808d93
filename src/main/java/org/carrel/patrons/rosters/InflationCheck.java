package org.carrel.patrons.rosters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.carrel.patrons.RosterFinding.Kind;

/** A workbook is inflated once before its reader sees it: that one would fill the memory with a bomb. */
final class InflationCheck {
    private static final long MOST_BYTES = 128L << 20;
    private static final int PIECE = 1 << 16;

    private InflationCheck() {}

    static void check(Member member) {
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(member.bytes()))) {
            var piece = new byte[PIECE];
            while (zip.getNextEntry() != null) {
                for (var read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    left -= read;
                    if (left < 0) throw new RosterRefused(Kind.TOO_LARGE, member.name(), (MOST_BYTES >> 20) + "");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RosterRefused(Kind.ARCHIVE_DAMAGED, member.name(), "");
        }
    }
}
