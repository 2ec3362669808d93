package org.carrel.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.carrel.catalog.exports.ExportRun;
import org.carrel.platform.Database;

/** Takes the catalog out again, field for field as it was imported. */
@Singleton
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
