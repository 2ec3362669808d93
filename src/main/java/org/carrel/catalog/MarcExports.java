package org.carrel.catalog;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Year;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.catalog.exports.ExportRun;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Takes the catalog out again, field for field as it was imported unless told otherwise. */
@Door
public class MarcExports {
    private final Database database;
    private final Clock clock;

    @Inject
    public MarcExports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes the records as they are at this moment. Throws when the file cannot be written; then no half file is left. */
    public ExportReport run(ExportRequest request) throws IOException {
        return run(request, Optional.empty());
    }

    /**
     * Writes the records, then reads the file back and compares each with the bytes in which it came. The report has the
     * certificate.
     *
     * @param changes hears of every record that differs, in the order of the file, with all its reasons
     * @throws IllegalArgumentException for CSV, which holds no records to compare
     */
    public ExportReport runCertified(ExportRequest request, Consumer<RecordChanges> changes) throws IOException {
        if (request.format() == ExportRequest.Format.CSV) {
            throw new IllegalArgumentException("A CSV file holds no MARC records to compare");
        }
        return run(request, Optional.of(changes));
    }

    private ExportReport run(ExportRequest request, Optional<Consumer<RecordChanges>> changes) throws IOException {
        return new ExportRun(database, Year.now(clock).getValue(), request, changes).run();
    }
}
