package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the user who runs Carrel may read. */
final class PrivateFile {
    private PrivateFile() {}

    /** Appears with its whole content or not at all. */
    static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, content);
        return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
