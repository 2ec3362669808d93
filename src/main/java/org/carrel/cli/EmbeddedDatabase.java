package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.StartProblem;

/**
 * The embedded MariaDB of a home directory, as one process sees it. One process owns it: starts and stops it. Others join
 * it by what the owner wrote into {@code run/}, and hold a shared lock meanwhile.
 */
sealed interface EmbeddedDatabase extends AutoCloseable {
    DatabaseSettings access();

    @Override
    void close();

    /** Started by this process. */
    record Owned(CarrelHome home, FileLock ownership, MariaDbServer server) implements EmbeddedDatabase {
        @Override
        public DatabaseSettings access() {
            return server.access();
        }

        void awaitReady() {
            try {
                server.awaitReady();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartProblem("Interrupted while the database was starting.", e);
            }
        }

        /** Lets commands that joined come to their end before it stops the server. */
        @Override
        public void close() {
            try {
                var alone = FileLocks.exclusive(users(home));
                stop();
                FileLocks.release(alone);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Stops the server now, whoever uses it. */
        void stop() {
            try {
                RunningDatabase.remove(home);
                server.close();
                FileLocks.release(ownership);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Started by another process, which waits for us. */
    record Joined(DatabaseSettings access, FileLock membership) implements EmbeddedDatabase {
        @Override
        public void close() {
            try {
                FileLocks.release(membership);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** None at all: the school has a server of its own. */
    record Elsewhere(DatabaseSettings access) implements EmbeddedDatabase {
        @Override
        public void close() {
            // Nothing was started.
        }
    }

    /** Starts it, or joins the one that runs; ready for connections. Throws {@link StartProblem}. */
    static EmbeddedDatabase startOrJoin(CarrelHome home) {
        var patience = Deadline.in(Duration.ofSeconds(60));
        try {
            while (!patience.passed()) {
                var found = join(home).or(() -> start(home).map(EmbeddedDatabase::ready));
                if (found.isPresent()) return found.get();
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw inUse(home);
    }

    /** Starts it and does not wait until it is ready. Throws {@link StartProblem} when another process has it. */
    static Owned startAlone(CarrelHome home) {
        return start(home).orElseThrow(() -> inUse(home));
    }

    private static EmbeddedDatabase ready(Owned owned) {
        try {
            owned.awaitReady();
            return owned;
        } catch (RuntimeException e) {
            owned.stop();
            throw e;
        }
    }

    private static StartProblem inUse(CarrelHome home) {
        return new StartProblem("Another carrel command is using the database in " + home.database()
                + ": wait until it has ended, or stop it, or choose another directory with --home.");
    }

    private static Optional<Owned> start(CarrelHome home) {
        try {
            var ownership = FileLocks.tryExclusive(home.run().resolve("database.lock"));
            if (ownership.isEmpty()) return Optional.empty();
            var server = new MariaDbStart(home).start();
            RunningDatabase.write(home, server.access());
            return Optional.of(new Owned(home, ownership.get(), server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("Interrupted while the database was starting.", e);
        }
    }

    private static Optional<EmbeddedDatabase> join(CarrelHome home) throws IOException {
        if (RunningDatabase.read(home).isEmpty()) return Optional.empty();
        var membership = FileLocks.shared(users(home));
        var access = RunningDatabase.read(home).filter(MariaDbProbe::answers);
        if (access.isPresent()) return Optional.of(new Joined(access.get(), membership));
        FileLocks.release(membership);
        return Optional.empty();
    }

    private static Path users(CarrelHome home) {
        return home.run().resolve("database.users");
    }
}
