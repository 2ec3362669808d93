package org.carrel.patrons;

import java.nio.file.Path;
import java.util.Optional;
import org.carrel.patrons.RosterRun.Origin;

/**
 * A roster file that has come.
 *
 * @param name of the file, for people
 * @param source where it comes from, by name
 * @param asksColumns a plain list is asked for its columns, even when the source has told them before
 * @param onlySite code of the only site whose people it may touch; empty: all sites
 */
public record RosterUpload(
        Path file, String name, String source, Origin origin, boolean asksColumns, Optional<String> onlySite) {
    /** Of all sites. */
    public RosterUpload(Path file, String name, String source, Origin origin, boolean asksColumns) {
        this(file, name, source, origin, asksColumns, Optional.empty());
    }
}
