package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.patrons.GradeMove;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterRun.State;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.RosterThreshold;

/** Rosters in the words of the staff pages. */
final class RosterWords {
    private final StaffWords words;
    private final PersonWords people;

    /** @param sites names by code */
    RosterWords(StaffWords words, Map<String, String> sites) {
        this.words = words;
        this.people = new PersonWords(words, sites);
    }

    String state(RosterRun run) {
        var word = words.text("rosterState." + run.state());
        var done = run.state() == State.UNDONE ? run.undone() : run.committed();
        return done.map(at -> words.text("rosters.doneBy", word, at.by(), words.time(at.at())))
                .orElse(word);
    }

    /** Source, file kind, who and when. */
    String facts(RosterRun run) {
        var part = words.text(run.complete() ? "rosters.complete" : "rosters.changesOnly");
        var origin = words.text("rosterOrigin." + run.origin(), run.stagedBy(), words.time(run.staged()));
        return run.source() + " · " + part + " · " + origin;
    }

    String finding(RosterFinding finding) {
        var sentence = words.text("rosterFinding." + finding.kind(), finding.detail());
        return finding.member().isEmpty() ? sentence : finding.member() + ": " + sentence;
    }

    String remark(RosterRemark remark) {
        return words.text("rosterRemark." + remark.kind(), remark.detail());
    }

    String threshold(RosterThreshold beyond) {
        return words.text("rosterThreshold." + beyond.kind(), beyond.part(), beyond.of(), beyond.limit());
    }

    String grade(GradeMove move) {
        var becomes = move.becomes().isEmpty() ? "–" : move.becomes();
        return words.text("roster.grade", move.was(), becomes, move.people());
    }

    /** Numbers beside those of people, as sentences. */
    List<String> numbers(RosterSummary summary) {
        var said = new ArrayList<String>();
        said.add(words.text("roster.users", summary.users(), summary.contacts()));
        if (summary.stillMissing() > 0) said.add(words.text("roster.stillMissing", summary.stillMissing()));
        if (summary.keptLocal() > 0) said.add(words.text("roster.keptLocal", summary.keptLocal()));
        changes("roster.terms", summary.terms(), said);
        changes("roster.classes", summary.classes(), said);
        changes("roster.enrolments", summary.enrolments(), said);
        return said;
    }

    private void changes(String name, RosterSummary.Changes changes, List<String> said) {
        if (changes.all() == 0) return;
        said.add(words.text("roster.changes", words.text(name), changes.added(), changes.changed(), changes.removed()));
    }

    /** What changes for a person, a field after the other. */
    String changes(RosterLine line) {
        return line.fields().stream().map(this::change).collect(Collectors.joining(" · "));
    }

    private String change(RosterLine.Change change) {
        var field = field(change.field());
        var label = field.map(people::label).orElseGet(() -> words.text("rosterField." + change.field()));
        var was = field.map(known -> people.value(known, change.was())).orElse(change.was());
        var becomes = field.map(known -> people.value(known, change.becomes())).orElse(change.becomes());
        if (was.isEmpty()) return label + ": " + becomes;
        return label + ": " + was + " → " + (becomes.isEmpty() ? "–" : becomes);
    }

    private static Optional<PatronField> field(String name) {
        for (var field : PatronField.values()) if (field.name().equals(name)) return Optional.of(field);
        return Optional.empty();
    }
}
