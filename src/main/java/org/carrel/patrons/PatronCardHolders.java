package org.carrel.patrons;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.CardHolder;
import org.carrel.security.CardHolders;

/** Tells the sign-in by card and PIN whose card it is. */
@Door
public class PatronCardHolders implements CardHolders {
    private final Patrons patrons;

    @Inject
    public PatronCardHolders(Patrons patrons) {
        this.patrons = patrons;
    }

    @Override
    public Optional<CardHolder> byCard(String typed) {
        return patrons.byCard(typed).flatMap(patron -> byPatron(patron.id()));
    }

    @Override
    public Optional<CardHolder> byPatron(long patron) {
        return patrons.open(patron)
                .filter(file -> file.patron().mergedInto().isEmpty())
                .filter(file -> file.patron().facts().status() == PatronStatus.ACTIVE)
                .map(file -> holder(file.patron(), file.cards()));
    }

    private static CardHolder holder(Patron patron, List<PatronCard> cards) {
        var facts = patron.facts();
        var numbers = new ArrayList<>(cards.stream().map(PatronCard::number).toList());
        numbers.add(facts.get(PatronField.IDENTIFIER));
        var site = Optional.of(facts.get(PatronField.SITE)).filter(code -> !code.isEmpty());
        return new CardHolder(patron.id(), screenName(facts), patron.spokenName(), site, numbers);
    }

    /** {@code Zoë K.}: what others at the screen may read. */
    static String screenName(PatronFacts facts) {
        var preferred = facts.get(PatronField.PREFERRED_NAME);
        var first = preferred.isEmpty() ? facts.get(PatronField.GIVEN_NAME) : preferred;
        var family = facts.get(PatronField.FAMILY_NAME).strip();
        var letter = family.codePoints().filter(Character::isLetter).findFirst();
        if (letter.isEmpty()) return first;
        return (first + " " + Character.toString(letter.getAsInt()).toUpperCase(Locale.ROOT) + ".").strip();
    }
}
