package org.carrel.patrons.rosters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterRemark.Kind;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rules.PersonName;
import org.carrel.patrons.rules.RosterCells;

/**
 * Whom of the people here a row of a roster means: by the id in the source, then by the number with a like name, and never by
 * the name alone.
 */
final class PersonLookup {
    private final Known.People known;
    private final LongSet inFile;
    private final Map<String, List<Known.Person>> byNumber = new HashMap<>();
    private final Map<String, List<Known.Person>> byNumberWithoutZeros = new HashMap<>();

    /**
     * @param known whom the rows that are looked up could mean
     * @param inFile who has an id in the file: that row means the person, and no other
     */
    PersonLookup(Known.People known, LongSet inFile) {
        this.known = known;
        this.inFile = inFile;
        for (var person : known.people().values()) {
            var number = person.facts().get(PatronField.IDENTIFIER);
            if (number.isEmpty()) continue;
            byNumber.computeIfAbsent(number, key -> new ArrayList<>()).add(person);
            byNumberWithoutZeros
                    .computeIfAbsent(RosterCells.withoutZeros(number), key -> new ArrayList<>())
                    .add(person);
        }
    }

    /** Who it is. */
    sealed interface Answer {
        record ById(Known.Person person) implements Answer {}

        /** The number is known under another id, or of a person who was added by hand. */
        record ByNumber(Known.Person person) implements Answer {}

        record Nobody() implements Answer {}

        /** A person has to decide. */
        record Doubt(Known.Person person, RosterRemark why) implements Answer {}
    }

    Answer find(User user, PatronFacts facts) {
        var id = known.keys().get(user.sourcedId());
        if (id != null)
            return new Answer.ById(Objects.requireNonNull(known.people().get(id)));
        var number = facts.get(PatronField.IDENTIFIER);
        if (number.isEmpty()) return new Answer.Nobody();
        var same = byNumber.getOrDefault(number, List.of());
        if (!same.isEmpty()) return sameNumber(same, facts);
        var nearly = byNumberWithoutZeros.getOrDefault(RosterCells.withoutZeros(number), List.of());
        return nearly.isEmpty() ? new Answer.Nobody() : doubt(nearly.getFirst(), Kind.NUMBER_WITHOUT_ZEROS);
    }

    private Answer sameNumber(List<Known.Person> people, PatronFacts facts) {
        var person = people.getFirst();
        var certain = people.size() == 1
                && (person.ours() || person.handMade())
                && !inFile.contains(person.id())
                && PersonName.alike(person.facts(), facts);
        return certain ? new Answer.ByNumber(person) : doubt(person, Kind.NUMBER_OF_ANOTHER);
    }

    private static Answer doubt(Known.Person person, Kind why) {
        var detail = PersonName.spoken(person.facts()) + " (" + person.facts().get(PatronField.IDENTIFIER) + ")";
        return new Answer.Doubt(person, new RosterRemark(why, detail));
    }
}
