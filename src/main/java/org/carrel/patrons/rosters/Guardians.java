package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.rosters.Roster.User;
import org.carrel.patrons.rules.PersonName;

/** The grown-ups of a roster, by their ids and by those of the children whom they name. */
final class Guardians {
    private final SpooledTexts texts;
    private final TextMap places = new TextMap();
    /** For rosters that name the children in the guardian's row. */
    private final TextMap byChild = new TextMap();

    Guardians(SpooledTexts texts) {
        this.texts = texts;
    }

    void take(User user) {
        if (!user.contact() || user.isRefused() || user.deleted()) return;
        var place = texts.add(PersonName.spoken(user.facts()), user.facts().get(PatronField.EMAIL), user.phone());
        places.put(user.sourcedId(), place);
        for (var child : user.contacts()) byChild.putIfAbsent(child, place);
    }

    /** The facts with the first guardian whom the row names, else with the first who names the person. */
    PatronFacts with(User user, PatronFacts facts) {
        return place(user)
                .map(texts::get)
                .map(guardian -> with(facts, guardian))
                .orElse(facts);
    }

    private static PatronFacts with(PatronFacts facts, List<String> guardian) {
        return facts.with(PatronField.GUARDIAN_NAME, guardian.getFirst())
                .with(PatronField.GUARDIAN_EMAIL, guardian.get(1))
                .with(PatronField.GUARDIAN_PHONE, guardian.get(2));
    }

    private Optional<Long> place(User user) {
        for (var contact : user.contacts()) {
            var place = places.get(contact);
            if (place != LongMap.NONE) return Optional.of(place);
        }
        return Optional.of(byChild.get(user.sourcedId())).filter(place -> place != LongMap.NONE);
    }
}
