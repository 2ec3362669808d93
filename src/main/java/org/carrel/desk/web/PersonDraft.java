package org.carrel.desk.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronChange;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.PatronSaved.NoteTooLong;
import org.carrel.patrons.PatronSaved.Problem;
import org.carrel.patrons.PatronSaved.Stale;
import org.carrel.patrons.PatronSaved.Wrong;
import org.carrel.patrons.PatronStatus;
import org.carrel.security.Caller;

/**
 * A person as a form has it.
 *
 * @param id 0 for somebody new
 * @param lastDay of borrowing, as it was typed
 * @param badDay what was typed there is no day
 */
record PersonDraft(
        long id,
        int version,
        PatronFacts facts,
        String note,
        String lastDay,
        Map<PatronField, Problem> problems,
        boolean badDay,
        boolean longNote,
        boolean stale) {
    /** Of whom no roster brings: most are volunteers. */
    static PersonDraft empty(String site) {
        var facts = PatronFacts.NONE
                .with(PatronField.CATEGORY, PatronCategory.VOLUNTEER.name())
                .with(PatronField.STATUS, PatronStatus.ACTIVE.name())
                .with(PatronField.SITE, site);
        return new PersonDraft(0, 0, facts, "", "", Map.of(), false, false, false);
    }

    static PersonDraft of(Patron patron) {
        var lastDay = patron.expires().map(LocalDate::toString).orElse("");
        return new PersonDraft(
                patron.id(), patron.version(), patron.facts(), patron.note(), lastDay, Map.of(), false, false, false);
    }

    /** Who works at one school keeps the people of that school. */
    static PersonDraft typed(long id, FormTexts texts, Caller by) {
        var facts = new PatronFacts(Map.of());
        for (var field : PatronField.values()) facts = facts.with(field, text(texts, field));
        var problems = new EnumMap<PatronField, Problem>(PatronField.class);
        var site = facts.get(PatronField.SITE);
        var reached = site.isEmpty() ? by.site().isEmpty() : by.isOf(site);
        if (!reached) problems.put(PatronField.SITE, Problem.NO_SUCH_SITE);
        var lastDay = texts.get("expires").strip();
        var badDay = !lastDay.isEmpty() && PersonButtons.day(lastDay).isEmpty();
        var version = Math.max(0, FormTexts.integer(texts.get("version")));
        var note = texts.get("note").strip().replace("\r\n", "\n");
        return new PersonDraft(id, version, facts, note, lastDay, problems, badDay, false, false);
    }

    private static String text(FormTexts texts, PatronField field) {
        return switch (field) {
            case CATEGORY -> texts.oneOf(field.name(), PatronCategory.OTHER).name();
            case STATUS -> status(texts).name();
            case SITE -> texts.get(field.name()).equals(PeopleAddress.ALL) ? "" : texts.get(field.name());
            default -> texts.get(field.name());
        };
    }

    /** Nobody is merged by a form. */
    private static PatronStatus status(FormTexts texts) {
        var status = texts.oneOf(PatronField.STATUS.name(), PatronStatus.ACTIVE);
        return status == PatronStatus.MERGED ? PatronStatus.INACTIVE : status;
    }

    /** Whether it can be tried to save it. */
    boolean isSound() {
        return problems.isEmpty() && !badDay;
    }

    Optional<LocalDate> expires() {
        return PersonButtons.day(lastDay);
    }

    PatronChange change() {
        return new PatronChange(id, version, facts, note, expires());
    }

    PersonDraft answered(PatronSaved saved) {
        var wrong = saved instanceof Wrong refused ? refused.problems() : Map.<PatronField, Problem>of();
        return new PersonDraft(
                id, version, facts, note, lastDay, wrong, false, saved instanceof NoteTooLong, saved instanceof Stale);
    }
}
