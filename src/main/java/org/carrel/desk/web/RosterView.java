package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.RosterUndone;
import org.carrel.patrons.Rosters;

/** desk/roster.xhtml: what a roster would do or has done, person by person, with its buttons. */
@Named
@RequestScoped
public class RosterView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    Rosters rosters;

    @Inject
    Patrons patrons;

    @Inject
    StaffWords words;

    private Optional<RosterRun> found = Optional.empty();
    private Optional<RosterOutcome> outcome = Optional.empty();
    private int after;
    private List<RosterLine> lines = List.of();
    private List<String> grades = List.of();
    private boolean last;
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        found = rosters.find(Numbered.importNumber(request).orElse(0));
        sites = patrons.sites();
        outcome = Arrays.stream(RosterOutcome.values())
                .filter(one -> word(one).equals(texts.get("outcome")))
                .findFirst();
        after = Math.max(0, FormTexts.integer(texts.get("after")));
        found.map(RosterRun::id).ifPresent(this::load);
    }

    private void load(long id) {
        lines = rosters.lines(id, outcome, after, PAGE_SIZE + 1);
        grades = rosters.grades(id).stream().map(roster()::grade).toList();
        last = rosters.isLast(id);
    }

    public void check() throws IOException {
        if (found.isEmpty()) Pages.notFound();
    }

    /** A choice of what is shown. */
    public record Only(String id, String name, String number, String path, boolean current) {}

    /** A person of the roster. @param person 0 for who is not here, or not yet */
    public record Line(
            int number,
            String row,
            String name,
            long person,
            String outcome,
            String look,
            String changes,
            List<String> remarks,
            boolean kept) {}

    private RosterRun run() {
        return found.orElseThrow();
    }

    private RosterSummary summary() {
        return run().summary();
    }

    private RosterWords roster() {
        return new RosterWords(words, sites);
    }

    public long getId() {
        return run().id();
    }

    public String getTitle() {
        return words.text("roster.title", run().file());
    }

    public String getFacts() {
        return roster().facts(run());
    }

    public String getState() {
        return roster().state(run());
    }

    public String getConfirmed() {
        return run().confirmedBy()
                .map(who -> words.text("roster.confirmedBy", who))
                .orElse("");
    }

    public boolean isWaiting() {
        return run().state() == State.PLANNED;
    }

    public boolean isAsking() {
        return run().state() == State.MAPPING;
    }

    public boolean isUndoable() {
        return run().state() == State.COMMITTED && last;
    }

    public boolean isNothing() {
        return isWaiting() && summary().changesNothing();
    }

    /** Why the file is refused as a whole. */
    public List<String> getStops() {
        return summary().findings().stream()
                .filter(finding -> finding.kind().stops())
                .map(roster()::finding)
                .toList();
    }

    /** What else there is to say about the file. */
    public List<String> getFindings() {
        return summary().findings().stream()
                .filter(finding -> !finding.kind().stops())
                .map(roster()::finding)
                .toList();
    }

    /** The thresholds that the roster is beyond. */
    public List<String> getBeyond() {
        return isWaiting()
                ? summary().beyond().stream().map(roster()::threshold).toList()
                : List.of();
    }

    /** The commit was stopped, since nobody said yes. */
    public boolean isStopped() {
        return request.getAttribute(RosterActionServlet.STOPPED) != null;
    }

    /** What came of taking it back, as a sentence; empty when that was not tried now. */
    public String getNotUndone() {
        return request.getAttribute(RosterActionServlet.UNDONE) instanceof RosterUndone.NotLast last
                ? words.text("roster.notLast", last.later())
                : "";
    }

    /** Numbers beside those of people, as sentences. */
    public List<String> getNumbers() {
        return roster().numbers(summary());
    }

    /** From which grade to which, at the end of a year. */
    public List<String> getGrades() {
        return grades;
    }

    public List<Only> getChoices() {
        var all = new Only("all", words.text("lines.all"), "", path(""), outcome.isEmpty());
        var each = Arrays.stream(RosterOutcome.values())
                .filter(one -> one != RosterOutcome.SAME && summary().count(one) > 0)
                .map(one -> new Only(
                        word(one),
                        words.text("rosterOutcome." + one),
                        words.number(summary().count(one)),
                        path("?outcome=" + word(one)),
                        outcome.filter(chosen -> chosen == one).isPresent()));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private String path(String query) {
        return "/desk/roster/" + run().id() + query;
    }

    public List<Line> getLines() {
        return lines.stream().limit(PAGE_SIZE).map(this::line).toList();
    }

    private Line line(RosterLine line) {
        return new Line(
                line.number(),
                line.row() == 0 ? "" : words.number(line.row()),
                line.name(),
                line.patronId().orElse(0L),
                words.text("rosterOutcome." + line.outcome()),
                look(line.outcome()),
                roster().changes(line),
                line.remarks().stream().map(roster()::remark).toList(),
                line.kept());
    }

    /** The address of the lines that follow; empty when there are none. */
    public String getNext() {
        if (lines.size() <= PAGE_SIZE) return "";
        var last = lines.get(PAGE_SIZE - 1).number();
        var only = outcome.map(one -> "outcome=" + word(one) + "&").orElse("");
        return path("?" + only + "after=" + last);
    }

    /** The address of the first lines; empty when these are shown. */
    public String getFirst() {
        return after == 0
                ? ""
                : path(outcome.map(one -> "?outcome=" + word(one)).orElse(""));
    }

    static String word(RosterOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** For style sheets. */
    static String look(RosterOutcome outcome) {
        return switch (outcome) {
            case NEW, CHANGED, RENAMED, REKEYED, RETURNED -> "added";
            case LEAVING, MISSING, CONFLICT -> "conflict";
            case REFUSED -> "rejected";
            case SAME -> "same";
        };
    }
}
