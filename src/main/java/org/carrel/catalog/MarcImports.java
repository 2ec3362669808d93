package org.carrel.catalog;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.imports.Answering;
import org.carrel.catalog.imports.Chosen;
import org.carrel.catalog.imports.ImportBatches;
import org.carrel.catalog.imports.ImportDifferences;
import org.carrel.catalog.imports.ImportRehearsal;
import org.carrel.catalog.imports.ImportReports;
import org.carrel.catalog.imports.ImportViews;
import org.carrel.catalog.store.NoticeStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.SearchMoveStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Brings MARC files into the catalog. */
@Door
public class MarcImports {
    private final Database database;
    private final Clock clock;
    private final PlanWatch watch;

    @Inject
    public MarcImports(Database database, Clock clock, PlanWatch watch) {
        this.database = database;
        this.clock = clock;
        this.watch = watch;
    }

    /** Where nobody looks on at plans. */
    public MarcImports(Database database, Clock clock) {
        this(database, clock, PlanWatch.NOBODY);
    }

    /**
     * Imports one file, or says what importing it would do. A bad record never stops the file; what is committed stays
     * committed whatever comes later. A file that a crash broke off goes on where it stopped.
     *
     * @param progress hears how many records are done, after each chunk
     */
    public ImportReport run(ImportRequest request, IntConsumer progress) {
        return request.commit()
                ? new ImportBatches(database, clock).run(request, progress)
                : new ImportRehearsal(database, clock, request, progress).run();
    }

    /** Finishes what a crash broke off and no other process is at; how many imports and undos these were. */
    public int resume() {
        return new ImportBatches(database, clock, watch).resume();
    }

    /**
     * Takes a file into the database, to be planned by {@link #resume} or the server's own worker.
     *
     * @param name of the file, for people
     * @return the import's number
     */
    public long stage(Path file, String name, String siteCode) {
        return new ImportBatches(database, clock).stage(file, name, siteCode, Chosen.NOTHING);
    }

    /** The same by a vendor's profile: its settings as they are in {@code profile}, and as the import keeps them. */
    public long stage(Path file, String name, String siteCode, ImportProfile profile) {
        return new ImportBatches(database, clock).stage(file, name, siteCode, Chosen.of(profile));
    }

    /** The same by settings that belong to no profile. */
    public long stage(Path file, String name, String siteCode, ImportSettings settings) {
        return new ImportBatches(database, clock).stage(file, name, siteCode, new Chosen(null, settings));
    }

    /** Codes of the planned file that nobody here knows, those that were answered too. */
    public List<ImportQuestion> questions(long number) {
        return new Answering(database).questions(number);
    }

    /** With what the questions of a plan can be answered. */
    public KnownPlaces places() {
        return new Answering(database).places();
    }

    /**
     * Answers questions of a plan, for this import and for its profile; {@link #resume} or the server's worker plans anew.
     * A question without answer needs none: the place is made.
     */
    public AnswerResult answer(long number, List<PlaceAnswer> answers) {
        return new Answering(database).answer(number, answers);
    }

    /** What an import goes by, or went by; empty when there is no such import. */
    public Optional<ImportSettings> settings(long number) {
        return new ImportViews(database).settings(number);
    }

    /** Says yes to a plan, but not to its deletions; see {@link #commit(long, ImportChoices)}. */
    public boolean commit(long number) {
        return commit(number, ImportChoices.CAUTIOUS);
    }

    /** Says yes to a plan; {@link #resume} or the server's worker does it. False when the import does not wait for that. */
    public boolean commit(long number, ImportChoices choices) {
        return new ImportBatches(database, clock).commitPlanned(number, choices);
    }

    /** Lets go of a plan and its file. False when the import does not wait. */
    public boolean discard(long number) {
        return new ImportBatches(database, clock).discard(number);
    }

    /** Lets go of uploads that never came to their end, a day after they began. */
    public void discardAbandoned() {
        new ImportBatches(database, clock).discardAbandoned();
    }

    /** Empty when there is no such import. */
    public Optional<ImportStatus> status(long number) {
        return new ImportViews(database).status(number);
    }

    /**
     * What would become of each record while the import waits, and what became of it afterwards, in the order of the file.
     *
     * @param outcome only lines with this one; empty for all
     * @param after the number of the last record that was seen, 0 for the first page
     */
    public List<ImportLine> lines(long number, Optional<Outcome> outcome, int after, int limit) {
        return new ImportViews(database).lines(number, outcome, after, limit);
    }

    /**
     * What the import changes, or changed, in the record of the catalog that this record of the file met.
     *
     * @param record its number in the file
     * @return empty when it met none
     */
    public Optional<List<FieldChange>> difference(long number, int record) {
        return new ImportDifferences(database).of(number, record);
    }

    /**
     * What students would notice, and what would be deleted, if the import were committed; of one that was, what they
     * would have noticed then. Empty when there is no plan and no log of this number.
     */
    public Optional<ImportNotices> notices(long number) {
        return database.read(connection -> new NoticeStore().find(connection, number));
    }

    /** The searches whose known answer would stand elsewhere if the planned import were committed. */
    public List<SearchMove> searchMoves(long number) {
        return database.read(connection -> new SearchMoveStore().find(connection, number));
    }

    /**
     * A record that undo left as it is because it was edited or imported over since: its fields before the import, as the
     * import wrote them, and now. Empty when there is nothing to show.
     */
    public List<ThreeWayChange> threeWay(long number, long bibId) {
        return new ImportDifferences(database).threeWay(number, bibId);
    }

    /** The report of an import that was committed; empty when there is none of this number. */
    public Optional<ImportReport> report(long number) {
        return new ImportReports(database).find(number);
    }

    /**
     * Takes back what an import did: restores what it overlaid and removes what it added, but for what was edited, imported
     * over or lent since. Done again, it changes nothing and reports the same. Empty when there is no such import.
     */
    public Optional<UndoReport> undo(long number) {
        return new ImportBatches(database, clock).undo(number);
    }

    /** The same, done by {@link #resume} or the server's worker. False when there is nothing to take back. */
    public boolean askUndo(long number) {
        return new ImportBatches(database, clock).askUndo(number);
    }

    /** What taking back an import did; empty when there is no such import, or it was not taken back. */
    public Optional<UndoReport> undone(long number) {
        return new ImportBatches(database, clock).undone(number);
    }

    /** The schools that copies can go to, by code. */
    public List<Site> sites() {
        return database.read(new PlaceStore()::findSites);
    }
}
