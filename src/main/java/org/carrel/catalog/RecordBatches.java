package org.carrel.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.catalog.BatchAnswer.Asked;
import org.carrel.catalog.BatchAnswer.Wrong;
import org.carrel.catalog.BatchLine.Sample;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.Source;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.catalog.SettingsProblem.Problem;
import org.carrel.catalog.batch.BatchJson;
import org.carrel.catalog.batch.BatchRun;
import org.carrel.catalog.batch.BatchSamples;
import org.carrel.catalog.rules.SettingsCheck;
import org.carrel.catalog.store.BatchStore;
import org.carrel.catalog.store.BatchStore.Row;
import org.carrel.catalog.store.BatchStore.Target;
import org.carrel.catalog.store.BatchStore.Wanted;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Many records or copies changed at once: asked for, looked at, done, and taken back. Whoever is of one site changes copies of that
 * site alone; records are everybody's.
 */
@Door
public class RecordBatches {
    /** So many records or copies at once. */
    public static final int MOST = 100_000;

    /** What the table has room for. */
    private static final int LONGEST_WORDS = 2000;

    private final Database database;
    private final Clock clock;
    private final BatchStore store = new BatchStore();
    private final PlaceStore places = new PlaceStore();
    private final BatchRun run;
    private final BatchSamples samples;

    @Inject
    public RecordBatches(Database database, Clock clock, @Any Instance<TitleHoldings> holdings) {
        this(database, clock, holdings.stream().toList());
    }

    /** Where these alone have anything about titles. */
    public RecordBatches(Database database, Clock clock, List<TitleHoldings> holdings) {
        this.database = database;
        this.clock = clock;
        this.run = new BatchRun(database, clock, holdings);
        this.samples = new BatchSamples(clock);
    }

    /**
     * Takes down what is to be done; {@link #resume} or the server's own worker looks at each record, and nothing is changed before
     * {@link #start}.
     *
     * @param request of the form: the same one again is the same batch
     */
    public BatchAnswer ask(BatchStep step, BatchTarget target, UUID request, Caller by) {
        var wrong = wrong(step);
        if (wrong.isPresent()) return new Wrong(wrong);
        return database.transaction(connection -> {
            var known = store.findRequest(connection, request);
            if (known.isPresent()) return new Asked(known.getAsLong());
            var site = places.findSiteOf(connection, by);
            var found = found(connection, step, target, site);
            if (found.targets().isEmpty()) return new Wrong(Optional.empty());
            if (found.targets().size() > MOST)
                return new Wrong(Optional.of(new SettingsProblem("target", Problem.TOO_MANY, "")));
            var number = store.add(
                    connection,
                    new BatchStore.New(
                            request,
                            BatchJson.write(step),
                            source(target),
                            words(target),
                            String.join("\n", found.unknown()),
                            State.PLANNING,
                            by.account(),
                            site,
                            clock.instant()));
            store.addLines(connection, number, found.targets(), 1);
            return new Asked(number);
        });
    }

    /** What in the step cannot be meant. */
    private Optional<SettingsProblem> wrong(BatchStep step) {
        return switch (step) {
            case BatchStep.ChangeText text -> wrong(text.rule());
            case BatchStep.ChangeCallNumber call -> wrong(call.rule());
            case BatchStep.AddField add -> wrong(add.field());
            case BatchStep.MoveShelf move ->
                unknown("location", move.location(), database.read(places::findLocationCodes));
            case BatchStep.ChangeType change ->
                unknown("type", change.type(), database.read(places::findItemTypeCodes));
            case BatchStep.Withdraw withdraw -> Optional.empty();
            case BatchStep.Merge merge -> throw new IllegalArgumentException("Records are merged by RecordMerges");
        };
    }

    private static Optional<SettingsProblem> wrong(HouseRule rule) {
        return SettingsCheck.problems(ImportSettings.DEFAULT.withRules(rule)).stream()
                .findFirst()
                .map(one -> new SettingsProblem(
                        one.field().substring(one.field().lastIndexOf('.') + 1), one.problem(), one.detail()));
    }

    private static Optional<SettingsProblem> wrong(DataField field) {
        var isTag = TagPattern.parse(field.tag()).filter(tag -> tag.open() == 0).isPresent();
        if (!isTag) return Optional.of(new SettingsProblem("tags", Problem.TAG_UNREADABLE, field.tag()));
        if (field.tag().startsWith("00"))
            return Optional.of(new SettingsProblem("tags", Problem.NOT_A_DATA_FIELD, field.tag()));
        var isEmpty = field.subfields().stream().allMatch(one -> one.data().isBlank());
        return isEmpty ? Optional.of(new SettingsProblem("text", Problem.MISSING, "")) : Optional.empty();
    }

    private static Optional<SettingsProblem> unknown(String field, String code, List<String> known) {
        if (code.isEmpty()) return Optional.of(new SettingsProblem(field, Problem.MISSING, ""));
        return known.stream().anyMatch(code::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of(new SettingsProblem(field, Problem.CODE_UNREADABLE, code));
    }

    private static Source source(BatchTarget target) {
        return switch (target) {
            case BatchTarget.Records records -> Source.SEARCH;
            case BatchTarget.Barcodes barcodes -> Source.BARCODES;
            case BatchTarget.OfImport ofImport -> Source.IMPORT;
        };
    }

    private static String words(BatchTarget target) {
        return switch (target) {
            case BatchTarget.Records records ->
                records.words().substring(0, Math.min(records.words().length(), LONGEST_WORDS));
            case BatchTarget.Barcodes barcodes -> "";
            case BatchTarget.OfImport ofImport -> String.valueOf(ofImport.number());
        };
    }

    /** @param unknown barcodes that are on no copy */
    private record Found(List<Target> targets, List<String> unknown) {}

    private Found found(Connection connection, BatchStep step, BatchTarget target, @Nullable Integer site)
            throws SQLException {
        var ofCopies = step instanceof BatchStep.OfCopy;
        return switch (target) {
            case BatchTarget.Records records ->
                new Found(
                        ofCopies ? store.findCopiesOf(connection, records.ids(), site) : titles(records.ids()),
                        List.of());
            case BatchTarget.OfImport job ->
                new Found(
                        ofCopies
                                ? store.findCopiesOfImport(connection, job.number(), site)
                                : titles(store.findRecordsOfImport(connection, job.number())),
                        List.of());
            case BatchTarget.Barcodes barcodes -> byBarcode(connection, ofCopies, barcodes.barcodes());
        };
    }

    private static List<Target> titles(List<Long> ids) {
        return ids.stream().distinct().map(id -> new Target(id, 0)).toList();
    }

    private Found byBarcode(Connection connection, boolean ofCopies, List<String> barcodes) throws SQLException {
        var asked = new LinkedHashSet<String>();
        barcodes.stream().map(String::strip).filter(code -> !code.isEmpty()).forEach(asked::add);
        var found = store.findByBarcode(connection, asked);
        var targets = new LinkedHashSet<Target>();
        var unknown = new ArrayList<String>();
        for (var code : asked) {
            var target = found.get(code);
            if (target == null) unknown.add(code);
            else targets.add(ofCopies ? target : new Target(target.bib(), 0));
        }
        return new Found(List.copyOf(targets), unknown);
    }

    /** Works on all batches that are moving, as far as no other node does; how many these were. */
    public int resume() {
        var moving = database.read(store::findMoving);
        moving.forEach(run::run);
        return moving.size();
    }

    /** One page of one batch: what a crash after it leaves. False when there is nothing to do any more. */
    boolean page(long number) {
        return run.page(number);
    }

    /** Says yes to what was looked at. False when the batch does not wait for that, or is not one of theirs. */
    public boolean start(long number, Caller by) {
        return change(number, by, State.PLANNED, State.RUNNING);
    }

    /** Lets go of it; nothing was changed. */
    public boolean drop(long number, Caller by) {
        return change(number, by, State.PLANNED, State.DROPPED);
    }

    /** Takes it back, but for what somebody has changed since. False when there is nothing to take back. */
    public boolean askUndo(long number, Caller by) {
        return database.transaction(connection -> {
            var batch = store.lock(connection, number).filter(row -> isOf(by, row));
            if (batch.isEmpty() || !store.change(connection, number, State.DONE, State.UNDOING)) return false;
            store.undoneBy(connection, number, by.account(), clock.instant());
            return true;
        });
    }

    private boolean change(long number, Caller by, State from, State to) {
        return database.transaction(connection -> {
            var batch = store.lock(connection, number).filter(row -> isOf(by, row));
            return batch.isPresent() && store.change(connection, number, from, to);
        });
    }

    private static boolean isOf(Caller by, Row batch) {
        return batch.siteCode().map(by::isOf).orElseGet(() -> by.site().isEmpty());
    }

    /** Empty when there is no such batch, or it is of another site. */
    public Optional<RecordBatch> find(long number, Caller by) {
        return database.read(connection -> {
            var row = store.find(connection, number).filter(one -> isOf(by, one));
            return row.isEmpty() ? Optional.<RecordBatch>empty() : Optional.of(batch(connection, row.get()));
        });
    }

    /** Newest first. */
    public List<RecordBatch> latest(int most, Caller by) {
        return database.read(connection -> {
            var all = new ArrayList<RecordBatch>();
            for (var row : store.latest(connection, places.findSiteOf(connection, by), most))
                all.add(batch(connection, row));
            return all;
        });
    }

    private RecordBatch batch(Connection connection, Row row) throws SQLException {
        return new RecordBatch(
                row.id(),
                BatchJson.read(row.asked()),
                row.source(),
                row.words(),
                row.state(),
                row.at(),
                row.by(),
                store.countLines(connection, row.id()),
                store.countPlanned(connection, row.id()),
                store.countDone(connection, row.id()),
                store.countUndone(connection, row.id()),
                row.unknown().isEmpty() ? List.of() : List.of(row.unknown().split("\n")));
    }

    /** What would differ, on the first lines that would change, as everything stands at this moment. */
    public List<Sample> samples(long number, int most) {
        return database.read(connection -> {
            var row = store.find(connection, number);
            return row.isEmpty() ? List.<Sample>of() : samples.of(connection, row.get(), most);
        });
    }

    /** Lines with this outcome, done or planned. @param after number of the last line that was seen; 0 for the first page */
    public List<BatchLine> lines(long number, Outcome outcome, int after, int limit) {
        return database.read(connection ->
                store.lines(connection, number, new Wanted(Optional.of(outcome), Optional.empty(), after, limit)));
    }

    /** Lines that taking back has left, or put back. */
    public List<BatchLine> lines(long number, Undone undone, int after, int limit) {
        return database.read(connection ->
                store.lines(connection, number, new Wanted(Optional.empty(), Optional.of(undone), after, limit)));
    }
}
