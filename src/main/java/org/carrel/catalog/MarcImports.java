package org.carrel.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.IntConsumer;
import org.carrel.catalog.imports.ImportRun;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Brings MARC files into the catalog. */
@Door
public class MarcImports {
    private final Database database;
    private final Clock clock;

    @Inject
    public MarcImports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Imports one file, or says what importing it would do. A bad record never stops the file; what is committed stays
     * committed whatever comes later.
     *
     * @param progress hears how many records are done, after each chunk
     */
    public ImportReport run(ImportRequest request, IntConsumer progress) {
        return new ImportRun(database, clock, request, progress).run();
    }
}
