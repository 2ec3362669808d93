package org.carrel.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.carrel.catalog.CatalogRecord;
import org.carrel.platform.PeopleFirst;
import org.carrel.search.Readers;
import org.carrel.search.SearchRequest;
import org.carrel.search.Suggestion;
import org.carrel.search.rules.Wish;

/**
 * The search index of one node. Searches always get an answer: while the index is built anew, from what there is. One
 * thread at a time writes ({@link IndexWorker}).
 */
public final class CatalogIndex implements SearchedIndex, AutoCloseable {
    private static final Logger LOG = System.getLogger(CatalogIndex.class.getName());

    private final WordLists words = new WordLists();
    private final KnownBeginnings beginnings = new KnownBeginnings();
    private final IndexFolder folder;
    private final PeopleFirst peopleFirst = new PeopleFirst();
    private final String database;
    private volatile State state;

    /**
     * @param serving what searches read
     * @param change the newest change that was written into {@code serving}
     * @param shown the newest change that searches see
     * @param committed the newest change that is safe on disk
     * @param trouble empty when {@code serving} is complete
     */
    private record State(Generation serving, long change, long shown, long committed, Optional<Trouble> trouble) {
        boolean answers() {
            return trouble.map(Trouble::answers).orElse(true);
        }
    }

    private CatalogIndex(IndexFolder folder, String database) throws IOException {
        this.folder = folder;
        this.database = database;
        this.state = opened();
    }

    /**
     * Opens what is there, whatever is there; {@link #isLimited} until a worker made it complete.
     *
     * @param database identity of the database: the index of another one is thrown away
     * @throws IndexInUse when another process writes it
     */
    public static CatalogIndex open(Path directory, String database) {
        try {
            var folder = IndexFolder.forWriting(directory);
            try {
                return new CatalogIndex(folder, database);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State opened() throws IOException {
        var current = IndexFolder.current(folder.path());
        if (current.isEmpty()) return startingOver();
        try {
            var generation = Generation.open(current.get());
            var stamp = generation.stamp();
            var trouble = trouble(stamp);
            if (trouble.isEmpty()) {
                folder.keepOnly(generation.path());
                return new State(generation, stamp.change(), stamp.change(), stamp.change(), Optional.empty());
            }
            LOG.log(Level.INFO, "The search index is built anew: {0}", trouble.get());
            generation.close();
        } catch (IOException
                | RuntimeException
                | InternalError
                | AssertionError e) { // rotten bytes make Lucene throw anything
            LOG.log(Level.WARNING, "The search index in " + current.get() + " cannot be read and is built anew", e);
        }
        return startingOver();
    }

    private Optional<Trouble> trouble(Stamp stamp) {
        if (!stamp.format().equals(Stamp.FORMAT)) return Optional.of(Trouble.OTHER_FORMAT);
        return stamp.database().equals(database) ? Optional.empty() : Optional.of(Trouble.OTHER_DATABASE);
    }

    private State startingOver() throws IOException {
        return new State(Generation.create(folder.next()), 0, 0, 0, Optional.of(Trouble.INCOMPLETE));
    }

    @Override
    public Found find(Wish wish, SearchRequest request, Instant newSince) {
        return reading(
                (searcher, limited) -> PageReader.read(searcher, wish, request, newSince, limited), Found.NOTHING_YET);
    }

    /** How a text that is being typed may go on; at most so many. */
    public List<Suggestion> suggestions(String typed, Readers readers, int most) {
        return reading((searcher, limited) -> beginnings.of(typed, searcher, readers, most), List.of());
    }

    @Override
    public WordList words(IndexReader reader) throws IOException {
        return words.of(reader);
    }

    @Override
    public <T> T reading(Answer<T> answer, T otherwise) {
        while (true) {
            var now = state;
            if (!now.answers()) return otherwise;
            try {
                return now.serving.search(searcher -> answer.from(searcher, now.trouble.isPresent()));
            } catch (IOException
                    | RuntimeException
                    | InternalError
                    | AssertionError e) { // rotten bytes make Lucene throw anything
                if (state.serving != now.serving) continue;
                var sound = !(e instanceof AlreadyClosedException) && now.serving.isSound();
                if (state.serving != now.serving) continue; // looking took its time
                if (sound) throw new IllegalStateException(e);
                trouble(Trouble.DAMAGED, e);
                return otherwise;
            }
        }
    }

    /** True while answers may miss records. */
    public boolean isLimited() {
        return state.trouble.isPresent();
    }

    /** The number of the newest change that searches see. */
    public long lastChange() {
        return state.shown;
    }

    /** The number of the newest change that was applied, seen by searches or not. */
    long lastApplied() {
        return state.change;
    }

    /** Marks the index as one that must be built anew. The first trouble counts, unless the next one is worse. */
    void trouble(Trouble trouble, Throwable cause) {
        if (mark(trouble)) LOG.log(Level.WARNING, "The search index is built anew: " + trouble, cause);
    }

    /** The same, when nothing was thrown. */
    void trouble(Trouble trouble, String why) {
        if (mark(trouble)) LOG.log(Level.WARNING, "The search index is built anew: {0}, {1}", trouble, why);
    }

    private synchronized boolean mark(Trouble trouble) {
        if (state.trouble.isPresent() && (trouble.answers() || !state.answers())) return false;
        state = new State(state.serving, state.change, state.shown, state.committed, Optional.of(trouble));
        return true;
    }

    /** Looks whether the files are still what was written: a look at each file's date, no reading. */
    void checkFiles() {
        var generation = state.serving;
        switch (generation.files()) {
            case AS_WRITTEN -> {}
            case GONE -> trouble(Trouble.VANISHED, "files are gone from " + generation.path());
            case CHANGED -> trouble(Trouble.DAMAGED, "files were changed in " + generation.path());
        }
    }

    /** Writes the records as they are now and forgets those that are gone; searches see it after {@link #show}. */
    void apply(List<CatalogRecord> records, List<Long> gone, long change) throws IOException {
        var generation = state.serving;
        generation.unsettle();
        for (var record : records) {
            peopleFirst.standAside();
            generation.put(record);
        }
        for (var bibId : gone) generation.remove(bibId);
        changed(new State(generation, change, state.shown, state.committed, state.trouble));
    }

    /** Lets searches see what was applied. */
    void show() throws IOException {
        var now = state;
        if (now.change == now.shown) return;
        now.serving.refresh();
        changed(new State(now.serving, now.change, now.change, now.committed, now.trouble));
    }

    /** Makes what was applied safe on disk, with its change number. */
    void commit() throws IOException {
        var now = state;
        if (now.change == now.committed) return;
        now.serving.commit(Stamp.now(now.change, database));
        changed(new State(now.serving, now.change, now.shown, now.change, now.trouble));
    }

    /** Nothing is to be done: makes the next searches faster. */
    void settle() throws IOException {
        var now = state;
        if (now.serving.settle() && now.change == now.committed) now.serving.commit(Stamp.now(now.change, database));
    }

    /** A trouble that a search met meanwhile stays. */
    private synchronized void changed(State next) {
        state = new State(next.serving, next.change, next.shown, next.committed, state.trouble);
    }

    /** An empty generation to be filled; searches read it already unless there is something better. */
    Generation beginAgain() throws IOException {
        var fresh = Generation.create(folder.next());
        var old = state;
        if (!old.answers() || old.trouble.equals(Optional.of(Trouble.INCOMPLETE))) {
            swap(new State(fresh, 0, 0, 0, Optional.of(Trouble.INCOMPLETE)));
        }
        return fresh;
    }

    /** The generation holds every record up to this change: from now on it is the index. */
    void complete(Generation fresh, long change) throws IOException {
        fresh.refresh();
        fresh.commit(Stamp.now(change, database));
        folder.makeCurrent(fresh.path());
        swap(new State(fresh, change, change, change, Optional.empty()));
        folder.keepOnly(fresh.path());
    }

    /** The generation could not be filled; what it holds stays searchable only when there is nothing better. */
    void abandon(Generation fresh) {
        if (state.serving != fresh) closeQuietly(fresh);
    }

    private synchronized void swap(State next) {
        var old = state.serving;
        state = next;
        if (old != next.serving) closeQuietly(old);
    }

    private static void closeQuietly(Generation generation) {
        try {
            generation.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing an index that is given up", e);
        }
    }

    /** What was not committed is done again after the next opening. Searches find nothing from now on. */
    @Override
    public void close() {
        try {
            closeQuietly(state.serving);
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work on what searches see now. */
    @FunctionalInterface
    interface Answer<T> {
        T from(IndexSearcher searcher, boolean limited) throws IOException;
    }
}
