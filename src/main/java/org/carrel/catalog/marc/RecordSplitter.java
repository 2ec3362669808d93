package org.carrel.catalog.marc;

import java.io.IOException;
import java.util.Optional;

/** Cuts a file into records without understanding them, so that a bad one costs nothing but itself. */
interface RecordSplitter {
    /** The next record, good or bad; empty at the end of the file. */
    Optional<RawRecord> next() throws IOException;
}
