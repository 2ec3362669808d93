package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportNotices;
import org.carrel.catalog.ImportProgress;
import org.carrel.catalog.ImportQuestion;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportStatus.State;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.PastImport;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.UndoReport;

/** The head of desk/import-lines.xhtml and desk/import-undo.xhtml: how far an import is, and what can be done with it. */
@Named
@RequestScoped
public class ImportStateView {
    /** A page of more would be read by nobody; the sentences above count all. */
    private static final int MOST_KEPT = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    ImportHistory history;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    private Optional<PastImport> past = Optional.empty();
    private Optional<ImportProgress> progress = Optional.empty();
    private Optional<UndoReport> undone = Optional.empty();
    private Optional<ImportNotices> notices = Optional.empty();
    private List<ImportQuestion> questions = List.of();
    private List<Kept> kept = List.of();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        past = history.find(number.getAsLong());
        progress = history.progress(number.getAsLong());
        undone = imports.undone(number.getAsLong());
        if (past.isEmpty()) return;
        if (isPlan()) {
            notices = imports.notices(number.getAsLong());
            questions = imports.questions(number.getAsLong());
        }
        kept = undone.map(this::kept).orElse(List.of());
    }

    public String getTitle() {
        return words.text("lines.title", found().file());
    }

    /** Where, when and how far. */
    public String getFacts() {
        return words.text("lines.facts", found().site(), words.time(found().started()), getState());
    }

    public String getState() {
        return words.text("importState." + found().state());
    }

    public String getRefused() {
        return words.refused(found());
    }

    public boolean isMoving() {
        return !progress.orElseThrow().state().isAtRest();
    }

    /** What the program is at, as a sentence. */
    public String getDoing() {
        return words.text("doing." + found().state());
    }

    /** For the progress bar; -1 for not known. */
    public int getPercent() {
        return progress.orElseThrow().percent().orElse(-1);
    }

    public String getProgress() {
        return ProgressWords.of(progress.orElseThrow(), words);
    }

    public boolean isPlan() {
        return found().state() == State.PLANNED;
    }

    /** What students would notice, and what would be deleted. */
    public List<NoticeCard> getNotices() {
        return notices.map(found -> NoticeCard.of(found, getPath(), words)).orElse(List.of());
    }

    /** The librarian's searches that would show something else, as sentences. */
    public List<MoveRow> getMoves() {
        if (!isPlan()) return List.of();
        return imports.searchMoves(found().number()).stream()
                .map(move -> MoveRow.of(move, words))
                .toList();
    }

    /** How many titles of a large file the searches were tried with, as a sentence; empty for all. */
    public String getMovesOfFirst() {
        return found().records() > PlanWatch.MOST_TITLES ? words.text("moves.firstTitles", PlanWatch.MOST_TITLES) : "";
    }

    /** Places that the file names and nobody here knows. */
    public List<QuestionCard> getQuestions() {
        if (questions.isEmpty()) return List.of();
        var places = imports.places();
        return questions.stream()
                .map(question -> QuestionCard.of(question, places, words))
                .toList();
    }

    /** How many titles the file would delete, as a sentence to say yes to; empty for none. */
    public String getDeletions() {
        return notices.map(found -> found.deletions().count())
                .filter(count -> count > 0)
                .map(count -> words.text("state.deletions", count))
                .orElse("");
    }

    public boolean isDone() {
        return found().state() == State.COMMITTED;
    }

    public boolean isUndone() {
        return found().state() == State.UNDONE;
    }

    /** True when something came into the catalog and is still there. */
    public boolean isUndoable() {
        return isDone() || found().state() == State.REFUSED && found().records() > 0;
    }

    /** Where all that the import brought can be changed at once; empty while it has brought nothing. */
    public String getBatch() {
        var number = Numbered.importNumber(request);
        return isDone() && number.isPresent() ? BatchView.PAGE + "?import=" + number.getAsLong() : "";
    }

    public boolean isRejects() {
        return found().count(Outcome.REJECTED) > 0;
    }

    /** In a sentence what the plan would do, or what was done. */
    public String getSummary() {
        var past = found();
        return words.text(
                isPlan() ? "state.plan" : "state.done",
                past.records(),
                past.count(Outcome.ADDED) + past.count(Outcome.CONFLICT),
                past.count(Outcome.OVERLAID),
                past.count(Outcome.SAME),
                past.records()
                        - past.count(Outcome.ADDED)
                        - past.count(Outcome.CONFLICT)
                        - past.count(Outcome.OVERLAID)
                        - past.count(Outcome.SAME));
    }

    /** What taking back did, a sentence each. */
    public List<String> getUndoneSentences() {
        var sentences = new ArrayList<String>();
        for (var outcome : UndoReport.Outcome.values()) {
            var report = undone.orElseThrow();
            var records = report.records().getOrDefault(outcome, 0);
            var copies = report.copies().getOrDefault(outcome, 0);
            if (records + copies > 0) sentences.add(words.text("undone." + outcome, records, copies));
        }
        return sentences;
    }

    /**
     * What taking back left as it is.
     *
     * @param what the record, or the barcode of a copy of it
     * @param path the page that shows its states; empty for a copy
     */
    public record Kept(long bibId, String title, String what, String why, String path) {}

    public List<Kept> getKept() {
        return kept;
    }

    private List<Kept> kept(UndoReport report) {
        return report.kept().stream()
                .limit(MOST_KEPT)
                .map(one -> new Kept(one.bibId(), one.title(), what(one), words.text("kept." + one.why()), states(one)))
                .toList();
    }

    private String states(UndoReport.Kept kept) {
        var shown = !kept.isCopy()
                && !imports.threeWay(found().number(), kept.bibId()).isEmpty();
        return shown ? getPath() + "/kept/" + kept.bibId() : "";
    }

    private String what(UndoReport.Kept kept) {
        if (!kept.isCopy()) return words.text("kept.record");
        return kept.barcode().isEmpty() ? words.text("kept.bareCopy") : words.text("kept.copy", kept.barcode());
    }

    public String getPath() {
        return "/desk/import/" + found().number();
    }

    private PastImport found() {
        return past.orElseThrow();
    }
}
