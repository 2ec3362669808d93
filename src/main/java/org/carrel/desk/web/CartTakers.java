package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.Patrons;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Roles;

/** Who takes a cart: by card, or by name for those who may look people up. */
@RequestScoped
public class CartTakers {
    private static final int MOST = 12;

    @Inject
    Patrons patrons;

    /** @param chosen number of somebody who was chosen from a list; 0 or less: nobody was */
    List<Patron> find(String typed, long chosen, Caller by) {
        var text = typed.strip();
        if (chosen > 0) return reached(patrons.find(chosen).stream().toList(), by);
        if (text.isEmpty()) return List.of();
        var card = reached(patrons.byCard(text).stream().toList(), by);
        if (!card.isEmpty() || !Roles.may(by, Operation.FIND_PERSON)) return card;
        var wish = new PatronSearch(text, "", "", by.site().orElse(""), PatronSearch.Who.ACTIVE);
        return reached(patrons.find(wish, 1, MOST).rows(), by);
    }

    private static List<Patron> reached(List<Patron> people, Caller by) {
        return people.stream()
                .filter(person -> {
                    var site = person.facts().get(PatronField.SITE);
                    return site.isEmpty() || by.isOf(site);
                })
                .toList();
    }
}
