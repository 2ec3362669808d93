package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** Names of those who have carts, for those who may know. */
@RequestScoped
public class CartPeopleNames {
    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    private final Map<Long, String> known = new HashMap<>();

    /** Empty for nobody, and for who may not be told or is out of reach. */
    String of(OptionalLong patron) {
        if (patron.isEmpty() || !caller.may(Operation.SEE_TITLES_OF_PERSON)) return "";
        return known.computeIfAbsent(patron.getAsLong(), id -> patrons.find(id)
                .filter(this::isReached)
                .map(Patron::spokenName)
                .orElse(""));
    }

    private boolean isReached(Patron person) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }
}
