package org.carrel.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.carrel.fixtures.ProductDatabase;
import org.carrel.platform.Database;

/** Where the product under test runs: system property {@code carrel.test.url}, e.g. {@code http://127.0.0.1:8080}. */
final class Product {
    private static final String PROPERTY = "carrel.test.url";

    private Product() {}

    /** Skips the test aloud when no product runs; on a build server that is a failure. */
    static URI url() {
        var url = System.getProperty(PROPERTY, "");
        require(!url.isBlank(), "No running product: set -D" + PROPERTY + "=http://127.0.0.1:8080");
        return URI.create(url.replaceAll("/+$", ""));
    }

    static URI url(String path) {
        return URI.create(url() + path);
    }

    /** From beside the product, see {@link ProductDatabase}. */
    static Database database() {
        require(ProductDatabase.isThere(), "The tests did not start the product, so they do not know its database");
        return ProductDatabase.open();
    }

    /** Without the condition there is nothing to test: skipped at a desk, failed where {@code CI=true}. */
    static void require(boolean condition, String otherwise) {
        if (!condition && "true".equals(System.getenv("CI"))) fail(otherwise);
        assumeTrue(condition, otherwise);
    }
}
