package org.carrel.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.MarcImports;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;

/** Imports by a profile of the running product, from beside it. */
final class ProductProfiles {
    private ProductProfiles() {}

    static void load(String profile, String name, byte[] bytes) {
        var url = System.getProperty("carrel.test.db.url", "");
        Product.require(!url.isEmpty(), "The tests did not start the product, so they do not know its database");
        var access = new DatabaseSettings(
                url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password"));
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            var database = new Database(connections);
            var by = new ImportProfiles(database).find(profile).orElseThrow();
            var file = Files.write(Files.createTempDirectory("carrel").resolve(name), bytes);
            new MarcImports(database, Clock.systemUTC())
                    .run(new ImportRequest(file, "LMC", true, Optional.of(by)), done -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
