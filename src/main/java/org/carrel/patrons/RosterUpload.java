package org.carrel.patrons;

import java.nio.file.Path;
import org.carrel.patrons.RosterRun.Origin;

/**
 * A roster file that has come.
 *
 * @param name of the file, for people
 * @param source where it comes from, by name
 * @param asksColumns a plain list is asked for its columns, even when the source has told them before
 */
public record RosterUpload(Path file, String name, String source, Origin origin, boolean asksColumns) {}
