package org.carrel.catalog;

import jakarta.inject.Inject;
import java.io.IOException;
import org.carrel.catalog.exports.ExportRun;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Takes the catalog out again, field for field as it was imported. */
@Door
public class MarcExports {
    private final Database database;

    @Inject
    public MarcExports(Database database) {
        this.database = database;
    }

    /** Writes every record. Throws when the file cannot be written; then no half file is left behind. */
    public ExportReport run(ExportRequest request) throws IOException {
        return new ExportRun(database, request).run();
    }
}
