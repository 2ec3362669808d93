package org.carrel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;

/** Imports by a profile of the running product, from beside it. */
final class ProductProfiles {
    private ProductProfiles() {}

    static void load(String profile, String name, byte[] bytes) {
        try {
            var database = Product.database();
            var by = new ImportProfiles(database).find(profile).orElseThrow();
            var file = Files.write(Files.createTempDirectory("carrel").resolve(name), bytes);
            new MarcImports(database, Clock.systemUTC())
                    .run(new ImportRequest(file, "LMC", true, Optional.of(by)), done -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
