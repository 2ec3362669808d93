package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.ItemStore;

/** The report lines of what became of a chunk's titles. */
final class ResultLines {
    private ResultLines() {}

    /** To be called when the copies are written, or when none will be. */
    static List<Line> of(Connection connection, ItemStore items, List<Result> results) throws SQLException {
        var bare = results.stream().filter(Result::bringsNoCopy).toList();
        var standing = bare.stream().map(Result::bibId).filter(id -> id > 0).toList();
        var withCopies = items.findRecordsWithCopies(connection, standing);
        return results.stream()
                .map(result -> result.line(isWithoutCopies(result) && !withCopies.contains(result.bibId())))
                .toList();
    }

    /** What joins an earlier record of the file, when rehearsing, has the copies that one brought. */
    private static boolean isWithoutCopies(Result result) {
        return result.bringsNoCopy() && result.bibId() >= 0;
    }
}
