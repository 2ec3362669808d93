package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.platform.PeopleFirst;

/**
 * Reads a file in chunks of records, in a thread of its own, so that one chunk is read and mapped while the one before it
 * is written. Holds at most {@link #AHEAD} chunks and two on their way.
 */
final class ChunkReader implements AutoCloseable {
    /** Records of one transaction, and the size of their bytes at which it closes earlier. */
    private static final int CHUNK_RECORDS = 500;

    private static final int CHUNK_BYTES = 8 << 20;
    private static final int AHEAD = 1;

    private final MarcFileReader reader;
    private final Reading reading;
    private final int thisYear;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread = Thread.ofPlatform().name("import-reader").unstarted(this::read);
    private final Set<Long> keys = new HashSet<>();
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private List<Taken> chunk = new ArrayList<>();
    private int bytes;
    /** A chunk adds titles or deletes some, never both: what a title meets stands as long as its chunk lasts. */
    private boolean deletes;

    /** What comes out of the thread. */
    private sealed interface Step {
        record Chunk(List<Taken> records) implements Step {}

        record End(Optional<MarcFileRefused> refused) implements Step {}

        record Failed(Throwable why) implements Step {}
    }

    private ChunkReader(MarcFileReader reader, Reading reading, int thisYear) {
        this.reader = reader;
        this.reading = reading;
        this.thisYear = thisYear;
    }

    static ChunkReader open(Path file, ImportSettings settings, int thisYear) throws MarcFileRefused {
        var reading = Reading.of(file, settings);
        var chunks = new ChunkReader(MarcFileReader.open(file, ReadLimits.defaults()), reading, thisYear);
        chunks.thread.start();
        return chunks;
    }

    /**
     * The next records in the order of the file; empty at its end.
     *
     * @throws MarcFileRefused when the file turns out to be unacceptable after all; what came before stays good
     */
    Optional<List<Taken>> next() throws MarcFileRefused {
        try {
            return switch (steps.take()) {
                case Step.Chunk full -> Optional.of(full.records());
                case Step.End end -> {
                    if (end.refused().isPresent()) throw end.refused().get();
                    yield Optional.empty();
                }
                case Step.Failed failed -> throw new IllegalStateException("Reading the file failed", failed.why());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the file was read", e);
        }
    }

    private void read() {
        try {
            steps.put(readAll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody waits for more
        }
    }

    private Step readAll() throws InterruptedException {
        try {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                peopleFirst.standAside();
                add(taken(entry.get()));
            }
            flush();
            return new Step.End(Optional.empty());
        } catch (MarcFileRefused refused) {
            flush();
            return new Step.End(Optional.of(refused));
        } catch (RuntimeException | Error e) {
            return new Step.Failed(e);
        }
    }

    private void add(Taken taken) throws InterruptedException {
        var newKeys = taken.keys();
        var meetsChunk = newKeys.stream().anyMatch(keys::contains)
                || !(taken instanceof Taken.Aside) && taken instanceof Taken.Deletion != deletes;
        if (meetsChunk || chunk.size() >= CHUNK_RECORDS || bytes >= CHUNK_BYTES) flush();
        if (!(taken instanceof Taken.Aside)) deletes = taken instanceof Taken.Deletion;
        chunk.add(taken);
        keys.addAll(newKeys);
        bytes += taken.bytes();
    }

    private void flush() throws InterruptedException {
        if (!chunk.isEmpty()) steps.put(new Step.Chunk(chunk));
        chunk = new ArrayList<>();
        keys.clear();
        bytes = 0;
    }

    private Taken taken(MarcEntry entry) {
        return switch (entry) {
            case MarcEntry.Rejected rejected -> Taken.Aside.rejected(rejected);
            case MarcEntry.Read read -> taken(read);
        };
    }

    private Taken taken(MarcEntry.Read read) {
        return switch (read.type()) {
            case BIBLIOGRAPHIC -> new Taken.Title(Incoming.of(read, reading, thisYear));
            case DELETED -> new Taken.Deletion(Incoming.of(read, reading, thisYear));
            case AUTHORITY -> Taken.Aside.of(read, Outcome.AUTHORITY, ImportProblem.NOT_A_TITLE_AUTHORITY);
            case HOLDINGS -> Taken.Aside.of(read, Outcome.HOLDINGS, ImportProblem.NOT_A_TITLE_HOLDINGS);
            case UNIMARC -> Taken.Aside.of(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE_UNIMARC);
            case CLASSIFICATION -> Taken.Aside.of(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE_CLASSIFICATION);
            case COMMUNITY_INFORMATION -> Taken.Aside.of(read, Outcome.OTHER, ImportProblem.NOT_A_TITLE_COMMUNITY);
        };
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reader.close();
        }
    }
}
