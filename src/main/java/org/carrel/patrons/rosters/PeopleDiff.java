package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.carrel.patrons.rosters.PlannedPerson.Before;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rules.RosterCells;

/** Compares the people of a roster with those that are here, some hundreds at a time. */
final class PeopleDiff {
    private static final int AT_ONCE = 500;

    private final Known known;
    private final Set<PatronField> delivered;
    private final UserFacts facts;
    private final LongSet inFile;
    private final SpooledTexts texts;
    private final Consumer<PlannedPerson> planned;
    private final Thresholds thresholds = new Thresholds();
    private final List<User> waiting = new ArrayList<>();
    private final LongSet present = new LongSet();
    /** Where the ids are of who is new, by their numbers. */
    private final TextMap newNumbers = new TextMap();

    private final TextSet newCards = new TextSet();
    /** Where the names are as they came first, by their small letters. */
    private final TextMap usernames = new TextMap();

    private final Map<RosterOutcome, Integer> counts = new EnumMap<>(RosterOutcome.class);
    private Known.People here = new Known.People(Map.of(), Map.of(), Map.of());
    private PersonLookup lookup;
    private int same;
    private int contacts;
    private int keptLocal;
    private int accepted;
    private int stillMissing;

    /**
     * @param delivered the fields that the roster knows of
     * @param inFile who has an id in the file
     * @param planned hears of each to whom something happens, or of whom there is something to say
     */
    PeopleDiff(
            Known known,
            Set<PatronField> delivered,
            UserFacts facts,
            LongSet inFile,
            SpooledTexts texts,
            Consumer<PlannedPerson> planned) {
        this.known = known;
        this.delivered = delivered;
        this.facts = facts;
        this.inFile = inFile;
        this.texts = texts;
        this.planned = planned;
        this.lookup = new PersonLookup(here, inFile);
    }

    void take(User user) {
        waiting.add(user);
        if (waiting.size() == AT_ONCE) compare();
    }

    private void compare() {
        if (waiting.isEmpty()) return;
        here = known.about(waiting);
        lookup = new PersonLookup(here, inFile);
        waiting.forEach(this::compare);
        waiting.clear();
    }

    private void compare(User user) {
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
        var id = here.keys().get(user.sourcedId());
        var person = Optional.ofNullable(id).map(here.people()::get);
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
        var other = number.isEmpty() ? Optional.<String>empty() : before(newNumbers, number, user.sourcedId());
        if (other.isPresent()) {
            remarks.add(new RosterRemark(Kind.NUMBER_OF_ANOTHER, other.get()));
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
        differing.retainAll(delivered);
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
        var owner = here.cards().get(number);
        if (owner != null && owner == person) return "";
        if (owner != null || !newCards.add(number)) {
            remarks.add(new RosterRemark(Kind.CARD_TAKEN, number));
            return "";
        }
        // A card of the roster that was lost or replaced here does not come back.
        var holder = here.people().get(person);
        return holder != null && holder.cards().contains(number) ? "" : number;
    }

    /** Two who differ by case only are two people; whoever types one of the names should know. */
    private void remarkUsername(PatronFacts said, List<RosterRemark> remarks) {
        var username = said.get(PatronField.USERNAME);
        if (username.isEmpty()) return;
        before(usernames, username.toLowerCase(Locale.ROOT), username)
                .filter(other -> !other.equals(username))
                .ifPresent(other -> remarks.add(new RosterRemark(Kind.USERNAME_BY_CASE, other)));
    }

    /** What came with this key before; else this does now. */
    private Optional<String> before(TextMap places, String key, String text) {
        var place = places.get(key);
        if (place != LongMap.NONE) return Optional.of(texts.get(place).getFirst());
        places.put(key, texts.add(text));
        return Optional.empty();
    }

    /** To be called after all users. @param complete who is not among them is missing */
    void finish(boolean complete) {
        compare();
        known.absent(present::contains, person -> {
            if (person.local().contains(PatronField.STATUS)) return;
            if (person.missingSince().isPresent()) stillMissing++;
            else if (complete) missing(person);
        });
    }

    private void missing(Known.Person person) {
        plan(new PlannedPerson(
                0,
                person.latestId(),
                RosterOutcome.MISSING,
                Optional.of(Before.of(person)),
                person.facts(),
                "",
                List.of(),
                List.of()));
    }

    private void line(
            User user,
            RosterOutcome outcome,
            Optional<Known.Person> person,
            PatronFacts becomes,
            String card,
            List<RosterRemark> remarks,
            List<Change> changes) {
        var before = person.map(Before::of);
        plan(new PlannedPerson(
                user.row(), user.sourcedId(), outcome, before, becomes, card, List.copyOf(remarks), changes));
    }

    private void plan(PlannedPerson person) {
        counts.merge(person.outcome(), 1, Integer::sum);
        thresholds.count(person);
        planned.accept(person);
    }

    /** How many by outcome; who stays the same and of whom there is something to say is among them. */
    Map<RosterOutcome, Integer> counts() {
        var all = new EnumMap<>(counts);
        all.merge(RosterOutcome.SAME, same, Integer::sum);
        return all;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    int stillMissing() {
        return stillMissing;
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
