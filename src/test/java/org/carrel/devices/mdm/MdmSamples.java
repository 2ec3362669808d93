package org.carrel.devices.mdm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The exports of device management that stand beside the project. */
public final class MdmSamples {
    private static final Path FOLDER = Path.of(System.getProperty("carrel.test.shared", "../shared"), "devices");

    private MdmSamples() {}

    /** Skips the test aloud when the samples are not there. */
    public static Path file(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "SKIPPED: the sample exports are not beside the project at " + FOLDER);
        return file;
    }
}
