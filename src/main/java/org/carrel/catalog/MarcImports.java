package org.carrel.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.carrel.catalog.imports.ImportBatches;
import org.carrel.catalog.imports.ImportRehearsal;
import org.carrel.catalog.imports.ImportReports;
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
     * committed whatever comes later. A file that a crash broke off goes on where it stopped.
     *
     * @param progress hears how many records are done, after each chunk
     */
    public ImportReport run(ImportRequest request, IntConsumer progress) {
        return request.commit()
                ? new ImportBatches(database, clock).run(request, progress)
                : new ImportRehearsal(database, clock, request, progress).run();
    }

    /** Finishes what a crash broke off and no other process is at; how many imports and undos these were. */
    public int resume() {
        return new ImportBatches(database, clock).resume();
    }

    /** The report of an import that was committed; empty when there is none of this number. */
    public Optional<ImportReport> report(long number) {
        return new ImportReports(database).find(number);
    }

    /**
     * Takes back what an import did: restores what it overlaid and removes what it added, but for what was edited, imported
     * over or lent since. Done again, it changes nothing and reports the same. Empty when there is no such import.
     */
    public Optional<UndoReport> undo(long number) {
        return new ImportBatches(database, clock).undo(number);
    }
}
