package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.Site;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.AgreementAnswer.Way;
import org.carrel.devices.rules.AgreementRules;
import org.carrel.devices.rules.AgreementRules.Wanted;
import org.carrel.devices.rules.Signatures;
import org.carrel.devices.store.AgreementStore;
import org.carrel.devices.store.HandbackStore;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolYear;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/**
 * What people sign before they get a device. Words are never changed: other words are signed anew. Who declines and has a device
 * is a task of the desk (B69).
 */
@Door
public class Agreements {
    private final Database database;
    private final Clock clock;
    private final Borrowers people;
    private final OwnClasses own;
    private final UnlistedItems items;
    private final AuditTrail audit;
    private final AgreementStore store = new AgreementStore();
    private final HandbackStore handbacks = new HandbackStore();

    @Inject
    public Agreements(
            Database database, Clock clock, Borrowers people, OwnClasses own, UnlistedItems items, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.own = own;
        this.items = items;
        this.audit = audit;
    }

    /** An agreement and the last answer of a person to it. @param signed to the words as they are now */
    public record ToSign(Agreement agreement, Optional<AgreementAnswer> last, boolean signed) implements Serializable {}

    /** The school year of today, where the server stands. */
    public int schoolYear() {
        return SchoolYear.of(LocalDate.now(clock));
    }

    /** Those that hold this school year or later, within reach. */
    public List<Agreement> all(Caller by) {
        return database.read(connection -> store.from(connection, schoolYear())).stream()
                .filter(one -> one.site().filter(site -> !by.isOf(site)).isEmpty())
                .toList();
    }

    public Optional<Agreement> find(int id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** What this person has to sign, whatever device it will be. */
    public List<ToSign> of(Patron patron) {
        return database.read(connection -> {
            var answers = store.answersOf(connection, patron.id());
            return AgreementRules.applying(store.from(connection, schoolYear()), wanted(patron, Optional.empty()))
                    .stream()
                    .map(one ->
                            new ToSign(one, AgreementRules.last(one, answers), AgreementRules.isSigned(one, answers)))
                    .toList();
        });
    }

    private Wanted wanted(Patron patron, Optional<DeviceCategory> what) {
        return new Wanted(patron.facts().category(), patron.facts().get(PatronField.SITE), what, schoolYear());
    }

    /** Those of these people who have to sign it and have not, in their order. */
    public List<Patron> unsigned(Agreement agreement, List<Patron> among) {
        var whose = among.stream()
                .filter(person -> !AgreementRules.applying(List.of(agreement), wanted(person, agreement.what()))
                        .isEmpty())
                .toList();
        var answers = database.read(connection -> store.answersTo(
                connection, agreement.id(), whose.stream().map(Patron::id).toList()));
        return whose.stream()
                .filter(person -> !AgreementRules.isSigned(
                        agreement,
                        answers.stream()
                                .filter(answer -> answer.patron() == person.id())
                                .toList()))
                .toList();
    }

    /** Devices that have to come back because somebody declined, within reach, the oldest first. */
    public List<Handback> handbacks(Caller by) {
        return database.read(connection -> handbacks.open(connection, by.site().orElse("")));
    }

    /** Publishes a new agreement, or other words for one that there is. Empty when it is done. */
    public Optional<AgreementProblem> publish(AgreementDraft draft, Caller by) {
        var problem = problem(draft);
        if (problem.isPresent()) return problem;
        return database.transaction(connection -> {
            var site = site(connection, draft, by);
            var wrong = draft.site().isPresent() ? site.isEmpty() : by.site().isPresent();
            if (wrong) return Optional.of(AgreementProblem.NO_SUCH_SITE);
            var version = 1;
            var id = draft.id();
            if (id > 0) {
                var known = store.lock(connection, id);
                if (known.isEmpty()) return Optional.of(AgreementProblem.NOT_THERE);
                version = known.get().version() + 1;
            } else id = store.add(connection, draft, site);
            store.publish(connection, id, version, draft, clock.instant(), by.account());
            audit.add(connection, OptionalLong.of(by.account()), "agreement_published", new Subject("agreement", id));
            return Optional.empty();
        });
    }

    private Optional<AgreementProblem> problem(AgreementDraft draft) {
        if (draft.name().isBlank()) return Optional.of(AgreementProblem.NAME_MISSING);
        if (draft.name().strip().length() > Agreement.LONGEST_NAME) return Optional.of(AgreementProblem.NAME_TOO_LONG);
        if (draft.english().isBlank()) return Optional.of(AgreementProblem.ENGLISH_MISSING);
        if (draft.spanish().isBlank()) return Optional.of(AgreementProblem.SPANISH_MISSING);
        if (draft.english().length() > Agreement.LONGEST_TEXT || draft.spanish().length() > Agreement.LONGEST_TEXT)
            return Optional.of(AgreementProblem.TEXT_TOO_LONG);
        var year = schoolYear();
        return draft.schoolYear() == year || draft.schoolYear() == year + 1
                ? Optional.empty()
                : Optional.of(AgreementProblem.NO_SUCH_YEAR);
    }

    private Optional<Integer> site(Connection connection, AgreementDraft draft, Caller by) throws SQLException {
        if (draft.site().isEmpty()) return Optional.empty();
        return items.sites(connection).stream()
                .filter(one -> one.code().equalsIgnoreCase(draft.site().get()) && by.isOf(one.code()))
                .map(Site::id)
                .findFirst();
    }

    /** Nobody has to sign it any more. */
    public void end(int id, Caller by) {
        database.transaction(connection -> {
            store.end(connection, id, clock.instant());
            audit.add(connection, OptionalLong.of(by.account()), "agreement_ended", new Subject("agreement", id));
            return true;
        });
    }

    /** At the desk with the person there, or from paper. Empty when it is kept; the same request again does nothing. */
    public Optional<AgreementProblem> sign(AgreementSigning signing, Caller by) {
        if (signing.way() == Way.OWN_ACCOUNT) return signOwn(signing, by);
        return keep(signing, by);
    }

    /** By the own account: for nobody else, and an attempt to is kept (B68). */
    public Optional<AgreementProblem> signOwn(AgreementSigning signing, Caller by) {
        var self = own.self(by).map(Patron::id).orElse(0L);
        if (self != signing.patron()) {
            audit.add(
                    OptionalLong.of(by.account()),
                    "agreement_for_other_refused",
                    new Subject("patron", signing.patron()));
            return Optional.of(AgreementProblem.NOT_YOURS);
        }
        return keep(signing, by);
    }

    private Optional<AgreementProblem> keep(AgreementSigning signing, Caller by) {
        var problem = Signatures.problem(signing);
        if (problem.isPresent()) return problem;
        return database.transaction(connection -> {
            var person = people.lock(connection, signing.patron())
                    .filter(known -> known.mergedInto().isEmpty());
            if (person.isEmpty()) return Optional.of(AgreementProblem.NOT_THERE);
            if (store.isDone(connection, signing.request())) return Optional.empty();
            var agreement = store.find(connection, signing.agreement());
            if (agreement.isEmpty()) return Optional.of(AgreementProblem.NOT_THERE);
            if (agreement.get().version() != signing.version()) return Optional.of(AgreementProblem.OTHER_WORDS);
            var now = clock.instant();
            store.answer(connection, signing, now, OptionalLong.of(by.account()));
            if (signing.accepted()) handbacks.closeOf(connection, signing.patron(), signing.agreement(), now);
            else declined(connection, signing.patron(), agreement.get());
            return Optional.empty();
        });
    }

    /** What they have of it has to come back: it is still theirs until it lies on the desk (B69). */
    private void declined(Connection connection, long patron, Agreement agreement) throws SQLException {
        for (var held : store.held(connection, patron)) {
            if (agreement.what().isPresent() && agreement.what().get() != held.category()) continue;
            handbacks.open(connection, held.device(), patron, agreement.id(), clock.instant());
        }
    }
}
