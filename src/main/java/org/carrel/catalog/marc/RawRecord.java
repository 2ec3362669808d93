package org.carrel.catalog.marc;

import java.util.List;
import org.carrel.catalog.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one record cut out of a file, not yet looked into.
 *
 * @param reject why these bytes cannot be a record; null when they may be one
 * @param detail belongs to the reject
 * @param findings what the cutting has found, e.g. a missing terminator
 */
record RawRecord(
        long offset, int line, byte[] bytes, @Nullable MarcProblem reject, String detail, List<Finding> findings) {

    static RawRecord good(long offset, int line, byte[] bytes) {
        return new RawRecord(offset, line, bytes, null, "", List.of());
    }

    static RawRecord bad(long offset, int line, byte[] bytes, MarcProblem reject, String detail) {
        return new RawRecord(offset, line, bytes, reject, detail, List.of());
    }

    RawRecord with(List<Finding> more) {
        return new RawRecord(offset, line, bytes, reject, detail, more);
    }
}
