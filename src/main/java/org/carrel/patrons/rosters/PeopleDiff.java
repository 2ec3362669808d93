package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronCard;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.RosterLine;
import org.carrel.patrons.RosterLine.Change;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRemark.Kind;
import org.carrel.patrons.rosters.PersonLookup.Answer;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rules.RosterCells;

/** Compares the people of a roster with those that are here, one after the other. */
final class PeopleDiff {
    private final Known known;
    private final Roster roster;
    private final UserFacts facts;
    private final PersonLookup lookup;
    private final List<PlannedPerson> planned = new ArrayList<>();
    private final Set<Long> present = new HashSet<>();
    /** Numbers of people who are new, by whom they came with. */
    private final Map<String, String> newNumbers = new HashMap<>();

    private final Map<String, Long> newCards = new HashMap<>();
    private final Map<String, String> usernames = new HashMap<>();
    private int same;
    private int contacts;
    private int keptLocal;
    private int accepted;

    PeopleDiff(Known known, Roster roster, UserFacts facts) {
        this.known = known;
        this.roster = roster;
        this.facts = facts;
        this.lookup = new PersonLookup(known, roster.users());
    }

    void take(User user) {
        if (user.contact() && !user.isRefused()) {
            contacts++;
            return;
        }
        if (user.isRefused()) {
            refuse(user);
            return;
        }
        accepted++;
        var remarks = new ArrayList<>(user.remarks());
        var said = facts.of(user, remarks);
        remarkUsername(said, remarks);
        switch (lookup.find(user, said)) {
            case Answer.ById found -> known(user, found.person(), said, remarks, false);
            case Answer.ByNumber found -> known(user, found.person(), said, remarks, true);
            case Answer.Nobody nobody -> add(user, said, remarks);
            case Answer.Doubt doubt -> doubt(user, doubt.person(), said, remarks, doubt.why());
        }
    }

    /** Whoever is in the file stays, even when the row is no good. */
    private void refuse(User user) {
        var id = known.keys().get(user.sourcedId());
        var person = Optional.ofNullable(id).map(known.people()::get);
        person.ifPresent(found -> present.add(found.id()));
        line(user, RosterOutcome.REFUSED, person, user.facts(), "", user.remarks(), List.of());
    }

    private void doubt(User user, Known.Person person, PatronFacts said, List<RosterRemark> remarks, RosterRemark why) {
        present.add(person.id());
        remarks.add(why);
        line(user, RosterOutcome.CONFLICT, Optional.of(person), said, "", remarks, List.of());
    }

    private void add(User user, PatronFacts said, List<RosterRemark> remarks) {
        if (user.deleted()) {
            same++;
            return;
        }
        var number = said.get(PatronField.IDENTIFIER);
        var other = number.isEmpty() ? null : newNumbers.putIfAbsent(number, user.sourcedId());
        if (other != null) {
            remarks.add(new RosterRemark(Kind.NUMBER_OF_ANOTHER, other));
            line(user, RosterOutcome.CONFLICT, Optional.empty(), said, "", remarks, List.of());
            return;
        }
        var card = card(user, 0, remarks);
        line(user, RosterOutcome.NEW, Optional.empty(), said, card, remarks, firstSight(said, card));
    }

    /** What there is to see of somebody new. */
    private static List<Change> firstSight(PatronFacts said, String card) {
        var changes = new ArrayList<Change>();
        for (var field :
                List.of(PatronField.IDENTIFIER, PatronField.CATEGORY, PatronField.GRADE, PatronField.HOMEROOM)) {
            if (!said.get(field).isEmpty()) changes.add(new Change(field.name(), "", said.get(field)));
        }
        if (said.status() != PatronStatus.ACTIVE)
            changes.add(new Change(PatronField.STATUS.name(), "", said.status().name()));
        if (!card.isEmpty()) changes.add(new Change(RosterLine.CARD, "", card));
        return changes;
    }

    private void known(User user, Known.Person person, PatronFacts said, List<RosterRemark> remarks, boolean rekeyed) {
        if (!present.add(person.id())) {
            remarks.add(new RosterRemark(Kind.PERSON_TWICE, person.latestId()));
            line(user, RosterOutcome.CONFLICT, Optional.of(person), said, "", remarks, List.of());
            return;
        }
        var differing = differing(person, said, remarks);
        var becomes = person.facts().with(said, differing);
        var card = card(user, person.id(), remarks);
        var changes = changes(person, becomes, differing);
        var newId = rekeyed || !person.latestId().equals(user.sourcedId());
        if (newId) changes.addFirst(new Change(RosterLine.SOURCED_ID, person.latestId(), user.sourcedId()));
        if (rekeyed && person.handMade()) remarks.add(new RosterRemark(Kind.ADDED_BY_HAND, ""));
        if (!card.isEmpty()) changes.add(new Change(RosterLine.CARD, "", card));
        var outcome = outcome(person, becomes, differing, newId, !card.isEmpty());
        if (outcome == RosterOutcome.SAME && remarks.isEmpty()) same++;
        else line(user, outcome, Optional.of(person), becomes, card, remarks, changes);
    }

    /** The fields that the roster changes: not those that people here have the say in. */
    private Set<PatronField> differing(Known.Person person, PatronFacts said, List<RosterRemark> remarks) {
        var differing = EnumSet.noneOf(PatronField.class);
        differing.addAll(person.facts().differences(said));
        differing.retainAll(roster.delivered());
        if (isStillLeft(person, said)) differing.remove(PatronField.STATUS);
        // Who leaves is in no class any more; the last homeroom is where to ask.
        if (said.status() != PatronStatus.ACTIVE
                && said.get(PatronField.HOMEROOM).isEmpty()) differing.remove(PatronField.HOMEROOM);
        var before = person.facts().get(PatronField.IDENTIFIER);
        var now = said.get(PatronField.IDENTIFIER);
        if (differing.contains(PatronField.IDENTIFIER) && RosterCells.lostZeros(now, before)) {
            remarks.add(new RosterRemark(Kind.LOST_ZEROS, now + " → " + before));
            differing.remove(PatronField.IDENTIFIER);
        }
        var all = differing.size();
        differing.removeAll(person.local());
        keptLocal += all - differing.size();
        return differing;
    }

    /** Graduated is a way of not being here. */
    private static boolean isStillLeft(Known.Person person, PatronFacts said) {
        return person.facts().status() != PatronStatus.ACTIVE && said.status() != PatronStatus.ACTIVE;
    }

    private static List<Change> changes(Known.Person person, PatronFacts becomes, Set<PatronField> differing) {
        var changes = new ArrayList<Change>();
        for (var field : differing)
            changes.add(new Change(field.name(), person.facts().get(field), becomes.get(field)));
        return changes;
    }

    private static RosterOutcome outcome(
            Known.Person person, PatronFacts becomes, Set<PatronField> differing, boolean newId, boolean newCard) {
        var active = becomes.status() == PatronStatus.ACTIVE;
        if (differing.contains(PatronField.STATUS)) return active ? RosterOutcome.RETURNED : RosterOutcome.LEAVING;
        if (person.missingSince().isPresent()) return RosterOutcome.RETURNED;
        if (newId) return RosterOutcome.REKEYED;
        if (differing.stream().anyMatch(PatronField::isOfName)) return RosterOutcome.RENAMED;
        return differing.isEmpty() && !newCard ? RosterOutcome.SAME : RosterOutcome.CHANGED;
    }

    /** The number to add; empty when there is none, the person has it, or it cannot be. */
    private String card(User user, long person, List<RosterRemark> remarks) {
        if (user.card().isEmpty()) return "";
        var number = PatronCard.number(user.card()).orElse("");
        if (number.isEmpty() || RosterCells.isDamaged(user.card())) {
            remarks.add(new RosterRemark(Kind.CARD_UNUSABLE, user.card()));
            return "";
        }
        var owner = known.cards().get(number);
        if (owner != null && owner == person) return "";
        if (owner != null || newCards.putIfAbsent(number, person) != null) {
            remarks.add(new RosterRemark(Kind.CARD_TAKEN, number));
            return "";
        }
        // A card of the roster that was lost or replaced here does not come back.
        var here = known.people().get(person);
        return here != null && here.cards().contains(number) ? "" : number;
    }

    /** Two who differ by case only are two people; whoever types one of the names should know. */
    private void remarkUsername(PatronFacts said, List<RosterRemark> remarks) {
        var username = said.get(PatronField.USERNAME);
        if (username.isEmpty()) return;
        var other = usernames.putIfAbsent(username.toLowerCase(Locale.ROOT), username);
        if (other != null && !other.equals(username)) remarks.add(new RosterRemark(Kind.USERNAME_BY_CASE, other));
    }

    /** To be called after all users of a complete roster. */
    void findMissing() {
        known.people().values().stream()
                .filter(this::isMissing)
                .filter(person -> person.missingSince().isEmpty())
                .forEach(person -> planned.add(new PlannedPerson(
                        0,
                        person.latestId(),
                        RosterOutcome.MISSING,
                        Optional.of(person),
                        person.facts(),
                        "",
                        List.of(),
                        List.of())));
    }

    int stillMissing() {
        return (int) known.people().values().stream()
                .filter(this::isMissing)
                .filter(person -> person.missingSince().isPresent())
                .count();
    }

    private boolean isMissing(Known.Person person) {
        return person.ours()
                && !present.contains(person.id())
                && !person.local().contains(PatronField.STATUS)
                && person.facts().status() == PatronStatus.ACTIVE;
    }

    private void line(
            User user,
            RosterOutcome outcome,
            Optional<Known.Person> person,
            PatronFacts becomes,
            String card,
            List<RosterRemark> remarks,
            List<Change> changes) {
        planned.add(new PlannedPerson(
                user.row(), user.sourcedId(), outcome, person, becomes, card, List.copyOf(remarks), changes));
    }

    List<PlannedPerson> planned() {
        return planned;
    }

    int same() {
        return same;
    }

    int contacts() {
        return contacts;
    }

    int keptLocal() {
        return keptLocal;
    }

    int accepted() {
        return accepted;
    }
}
