package org.carrel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Function;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;

/** Imports into the running product from beside it, as the command line does. */
final class ProductImports {
    private ProductImports() {}

    /** Loads a file; the import's number. */
    static long load(String name, byte[] bytes) {
        return with(imports -> {
            try {
                var file = Files.write(Files.createTempDirectory("carrel").resolve(name), bytes);
                return imports.run(new ImportRequest(file, "LMC", true), done -> {})
                        .number();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Stages a file and plans it; the import's number. */
    static long plan(String name, byte[] bytes) {
        return with(imports -> {
            try {
                var file = Files.write(Files.createTempDirectory("carrel").resolve(name), bytes);
                var number = imports.stage(file, name, "LMC");
                imports.resume();
                return number;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The number of the copy with this barcode. */
    static long item(String barcode) {
        return onDatabase(database -> database.read(connection -> Sql.first(
                        connection, "select id from item where barcode = ?", row -> row.getLong(1), barcode)
                .orElseThrow()));
    }

    static <T> T with(Function<MarcImports, T> act) {
        return onDatabase(database -> act.apply(new MarcImports(database, Clock.systemUTC())));
    }

    private static <T> T onDatabase(Function<Database, T> act) {
        return act.apply(Product.database());
    }
}
