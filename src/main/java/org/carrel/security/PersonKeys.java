package org.carrel.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;

/**
 * The keys with which the audit trail encrypts what concerns a person: a file each, in a directory outside of the database
 * that no backup of the database holds. A key that is destroyed makes unreadable what it encrypted, in every backup too.
 */
@Door
@Singleton
public class PersonKeys {
    private static final int KEY_BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OUR_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public PersonKeys(Settings settings) {
        this(settings.keys());
    }

    public PersonKeys(Path directory) {
        this.directory = directory;
    }

    /** The key of the person with this pseudonym; empty when there is none, or none any more. */
    public Optional<SecretKey> find(long person) {
        try {
            var bytes = Files.readAllBytes(file(person));
            if (bytes.length != KEY_BYTES) throw new IllegalStateException("Not a key: " + file(person));
            return Optional.of(new SecretKeySpec(bytes, "AES"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key, made now when there is none. */
    SecretKey findOrMake(long person) {
        return find(person).orElseGet(() -> make(person));
    }

    /** Destroys the key. False when there was none. */
    public boolean destroy(long person) {
        var file = file(person);
        try {
            if (!Files.exists(file)) return false;
            overwrite(file);
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where keys, and what else must not be lost with the database, are kept. */
    public Path directory() {
        return directory;
    }

    /** Writes a small file of that directory anew: whole or not at all. */
    public void write(String name, String content) {
        try {
            if (!Files.isDirectory(directory)) Files.createDirectories(directory, OUR_DIRECTORY);
            var partial = Files.createTempFile(directory, "new", ".partial", OURS);
            Files.writeString(partial, content);
            sync(partial);
            Files.move(partial, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line to a small file of that directory, on the disk when this returns. */
    public void append(String name, String line) {
        try {
            if (!Files.isDirectory(directory)) Files.createDirectories(directory, OUR_DIRECTORY);
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(directory.resolve(name), options, OURS)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when there is no such file. */
    public String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] random(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return some;
    }

    /** Two who make one at the same time end with the same. */
    private SecretKey make(long person) {
        var file = file(person);
        try {
            makeDirectory();
            var partial = Files.createTempFile(file.getParent(), "new", ".partial", OURS);
            Files.write(partial, random(KEY_BYTES));
            sync(partial);
            try {
                Files.createLink(file, partial);
            } catch (FileAlreadyExistsException e) {
                return find(person).orElseThrow(() -> new IllegalStateException("The key went away", e));
            } finally {
                Files.delete(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(person).orElseThrow();
    }

    private void makeDirectory() throws IOException {
        var people = directory.resolve("people");
        if (!Files.isDirectory(people)) Files.createDirectories(people, OUR_DIRECTORY);
    }

    /** Helps on disks that write in place; elsewhere the deletion has to do. */
    private void overwrite(Path file) throws IOException {
        Files.write(file, random(KEY_BYTES), StandardOpenOption.WRITE);
        sync(file);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path file(long person) {
        return directory.resolve("people").resolve("%014x.key".formatted(person));
    }
}
