package org.carrel.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Locks between processes: the system releases them when their process ends, however it ends. */
final class FileLocks {
    private FileLocks() {}

    /** Empty when another process has it. */
    static Optional<FileLock> tryExclusive(Path file) throws IOException {
        var channel = open(file);
        var lock = channel.tryLock();
        if (lock == null) channel.close();
        return Optional.ofNullable(lock);
    }

    /** Waits until no process has it, shared or not. */
    static FileLock exclusive(Path file) throws IOException {
        return open(file).lock();
    }

    /** Waits until no process has it for itself. */
    static FileLock shared(Path file) throws IOException {
        return open(file).lock(0, Long.MAX_VALUE, true);
    }

    static void release(FileLock lock) throws IOException {
        lock.acquiredBy().close();
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
