package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.ObjLongConsumer;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.rosters.Roster.User;

/** What is here already, as far as a roster has to do with it: asked for a few people or rows at a time. */
interface Known {
    /** Codes of sites by the ids of schools in this source; empty for schools that are none of ours. */
    Map<String, String> sites();

    KnownRows terms();

    KnownRows classes();

    KnownRows enrolments();

    /** Titles of the classes that are homerooms, by id. */
    Map<String, String> homerooms();

    /** All ids in this source, old ones too, with the ids of people to whom they lead. */
    void eachKey(ObjLongConsumer<String> each);

    /** Whom these rows could mean. @param users a few hundred at the most */
    People about(List<User> users);

    /** How many people of this source are active. */
    Active active();

    /** The active people of this source who are not present. */
    void absent(LongPredicate present, Consumer<Person> each);

    record Active(int students, int others) {}

    /**
     * Some people, of all sources, but not who was merged.
     *
     * @param people by id, the lowest first
     * @param keys ids of people by their ids in this source, old ones too
     * @param cards ids of people by the numbers of good cards
     */
    record People(Map<Long, Person> people, Map<String, Long> keys, Map<String, Long> cards) {}

    /**
     * A person.
     *
     * @param ours this source fills the fields
     * @param handMade no source does
     * @param latestId in this source; empty when there is none
     */
    record Person(
            long id,
            int version,
            boolean ours,
            boolean handMade,
            String latestId,
            PatronFacts facts,
            Set<PatronField> local,
            Optional<LocalDate> missingSince,
            Set<String> cards) {}
}
