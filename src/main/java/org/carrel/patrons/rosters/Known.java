package org.carrel.patrons.rosters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;

/**
 * What is here already, as far as a roster has to do with it.
 *
 * @param people by id; of all sources, but not who was merged
 * @param keys ids of people by their ids in this source, old ones too
 * @param cards ids of people by the numbers of good cards
 * @param sites codes of sites by the ids of schools in this source; empty for schools that are none of ours
 * @param classes rows by id in this source
 */
record Known(
        Map<Long, Person> people,
        Map<String, Long> keys,
        Map<String, Long> cards,
        Map<String, String> sites,
        Map<String, List<String>> terms,
        Map<String, List<String>> classes,
        Map<String, List<String>> enrolments) {
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
