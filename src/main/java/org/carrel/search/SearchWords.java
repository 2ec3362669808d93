package org.carrel.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Door;
import org.carrel.search.rules.CaseText;
import org.carrel.search.rules.SynonymList;
import org.carrel.search.rules.Weights;
import org.carrel.search.store.SearchWordsStore;

/**
 * What the librarian says about searching: synonyms, pinned records, weights, and questions with known answers. A change
 * counts at once on this node and within two seconds on the others.
 */
@Door
@Singleton
public class SearchWords {
    private static final Logger LOG = System.getLogger(SearchWords.class.getName());
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);

    private final Database database;
    private final SearchWordsStore store = new SearchWordsStore();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Known known = new Known(-1, Tuning.SHIPPED);
    private volatile long looked = System.nanoTime() - LOOKED_EVERY.toNanos();

    private record Known(long version, Tuning tuning) {}

    @Inject
    public SearchWords(Database database) {
        this.database = database;
    }

    /**
     * A synonym as the librarian sees it.
     *
     * @param ours said by this library; others come with Carrel
     * @param used false when the library took it away
     */
    public record Entry(Synonym synonym, boolean ours, boolean used) {}

    /** A record that a question shows first. */
    public record Pin(String question, long bibId) {}

    /** A question with its number, and what is expected in the words of a list of cases. */
    public record OwnCase(long id, SearchCase asked, String expected) {}

    /** As searches see it now. The first call reads the database, later ones never wait for it. */
    Tuning now() {
        if (System.nanoTime() - looked > LOOKED_EVERY.toNanos() && looking.compareAndSet(false, true)) {
            if (known.version() < 0) look();
            else Thread.ofVirtual().name("search-words").start(this::look);
        }
        return known.tuning();
    }

    private void look() {
        try {
            var version = database.read(store::version);
            if (version != known.version()) reload();
        } catch (DatabaseProblem e) {
            LOG.log(Level.DEBUG, "Searches go on with the synonyms they have", e);
        } finally {
            looked = System.nanoTime();
            looking.set(false);
        }
    }

    private synchronized void reload() {
        known = database.read(connection -> {
            var pins = new LinkedHashMap<String, List<Long>>();
            for (var pin : store.findPins(connection))
                pins.computeIfAbsent(pin.question(), key -> new ArrayList<>()).add(pin.bibId());
            var weights = new Weights(store.findWeights(connection));
            return new Known(
                    store.version(connection), new Tuning(used(store.findSynonyms(connection)), pins, weights));
        });
    }

    private static List<Synonym> used(List<SearchWordsStore.SynonymRow> rows) {
        var used = new ArrayList<>(SynonymList.shipped());
        for (var row : rows) {
            used.removeIf(each -> isSame(each, row.synonym()));
            if (row.used()) used.add(row.synonym());
        }
        return used;
    }

    private static boolean isSame(Synonym one, Synonym other) {
        return one.said().equals(other.said()) && one.means().equals(other.means());
    }

    /** Those of this library first, then those that come with Carrel, each by what is said. */
    public List<Entry> synonyms() {
        var rows = database.read(store::findSynonyms);
        var shipped = SynonymList.shipped();
        var entries = new ArrayList<Entry>();
        for (var row : rows) {
            var ours = shipped.stream().noneMatch(each -> isSame(each, row.synonym()));
            if (ours) entries.add(new Entry(row.synonym(), true, row.used()));
        }
        for (var each : shipped) {
            var used = rows.stream().noneMatch(row -> !row.used() && isSame(each, row.synonym()));
            entries.add(new Entry(each, false, used));
        }
        return entries;
    }

    /** Adds it, or uses again what was taken away. Nothing happens when a side is empty or both are the same. */
    public void add(Synonym synonym) {
        var clean = clean(synonym);
        if (clean.said().isEmpty() || clean.means().isEmpty() || clean.said().equals(clean.means())) return;
        database.transaction(connection -> {
            store.putSynonym(connection, clean, true);
            return true;
        });
        reload();
    }

    /** One that comes with Carrel is only set aside, and can be used again. */
    public void remove(Synonym synonym) {
        var shipped = SynonymList.shipped().stream().anyMatch(each -> isSame(each, synonym));
        database.transaction(connection -> {
            if (shipped) store.putSynonym(connection, synonym, false);
            else store.removeSynonym(connection, synonym.said(), synonym.means());
            return true;
        });
        reload();
    }

    static Synonym clean(Synonym synonym) {
        return new Synonym(words(synonym.said()), words(synonym.means()), synonym.sense());
    }

    private static String words(String text) {
        var plain = text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
        return plain.length() > 100 ? plain.substring(0, 100).strip() : plain;
    }

    public List<Pin> pins() {
        return database.read(store::findPins).stream()
                .map(row -> new Pin(row.question(), row.bibId()))
                .toList();
    }

    /** The question shows the record first from now on, behind what is pinned already. False when there is no such record. */
    public boolean pin(String question, long bibId) {
        var key = QuestionKey.of(question);
        if (key.isEmpty()) return false;
        var pinned = database.transaction(connection -> store.addPin(connection, key, bibId));
        reload();
        return pinned;
    }

    public void unpin(String question, long bibId) {
        database.transaction(connection -> {
            store.removePin(connection, QuestionKey.of(question), bibId);
            return true;
        });
        reload();
    }

    /** Percent for title, author, series and subject; 100 is as Carrel brings it. */
    public Map<String, Integer> weights() {
        return new Weights(database.read(store::findWeights)).percents();
    }

    /** Values are kept between 50 and 200. */
    public void weigh(Map<String, Integer> percents) {
        var weights = new Weights(percents);
        database.transaction(connection -> {
            store.putWeights(connection, weights.percents());
            return true;
        });
        reload();
    }

    public List<OwnCase> cases() {
        return database.read(store::findCases).stream()
                .map(row ->
                        new OwnCase(row.id(), CaseText.of(row.query(), row.expected(), row.reason()), row.expected()))
                .toList();
    }

    /** @param title that should come first */
    public void addCase(String query, String title, String reason) {
        var asked = QuestionKey.cut(query, 200);
        var expected = QuestionKey.cut(title, 400);
        if (asked.isEmpty() || expected.isEmpty()) return;
        database.transaction(connection -> {
            store.addCase(connection, asked, "1: " + expected, QuestionKey.cut(reason, 200));
            return true;
        });
    }

    public void removeCase(long id) {
        database.transaction(connection -> {
            store.removeCase(connection, id);
            return true;
        });
    }

    /** The tuning as it would be with this synonym or with these weights: for trying before saving. */
    Tuning with(List<Synonym> more, Map<String, Integer> percents) {
        var rows = database.read(store::findSynonyms);
        var synonyms = new ArrayList<>(used(rows));
        more.stream().map(SearchWords::clean).forEach(synonyms::add);
        return new Tuning(synonyms, known.tuning().pins(), new Weights(percents));
    }
}
