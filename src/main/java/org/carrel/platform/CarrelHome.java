package org.carrel.platform;

import java.nio.file.Path;

/** The directory {@code carrel.home}: everything that a school's Carrel keeps, and nothing of anyone else's. */
public record CarrelHome(Path root) {
    public CarrelHome {
        root = root.toAbsolutePath().normalize();
    }

    /** The school's own settings; may be missing. */
    public Path properties() {
        return root.resolve("carrel.properties");
    }

    /** The data of the embedded MariaDB. */
    public Path database() {
        return root.resolve("db");
    }

    /** The Lucene index: may be deleted at any time, it is built again from the database. */
    public Path index() {
        return root.resolve("index");
    }

    /** Keys of persons and what else must not be in a backup of the database: see decision 20. */
    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Support bundles. */
    public Path support() {
        return root.resolve("support");
    }

    /** Unpacked programs: may be deleted while nothing runs. */
    public Path runtime() {
        return root.resolve("runtime");
    }

    /** Ports, locks and credentials of what runs now. */
    public Path run() {
        return root.resolve("run");
    }
}
