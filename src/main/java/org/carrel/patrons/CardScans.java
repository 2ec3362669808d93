package org.carrel.patrons;

import jakarta.inject.Inject;
import java.util.List;
import org.carrel.patrons.CardOwner.Known;
import org.carrel.patrons.CardOwner.Nobody;
import org.carrel.patrons.CardOwner.Several;
import org.carrel.patrons.rules.CardVariants;
import org.carrel.patrons.store.CardRuleStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What a scanner at a site has read: whose card it is, by the rule of the site about zeros in front (B77). */
@Door
public class CardScans {
    private final Database database;
    private final Patrons patrons;
    private final CardRuleStore rules = new CardRuleStore();
    private final PatronStore store = new PatronStore();

    @Inject
    public CardScans(Database database, Patrons patrons) {
        this.database = database;
        this.patrons = patrons;
    }

    /** @param site code of the site whose scanner it is */
    public CardOwner whose(String typed, String site) {
        var number = PatronCard.number(typed);
        if (number.isEmpty()) return new Nobody();
        List<Patron> people = database.read(connection -> {
            var ignored = rules.zerosIgnored(connection, site);
            var holders = rules.holders(connection, CardVariants.of(number.get(), ignored));
            return store.find(connection, holders);
        });
        if (people.size() > 1) return new Several(people);
        if (people.size() == 1) return new Known(people.getFirst());
        return patrons.byCard(typed).<CardOwner>map(Known::new).orElseGet(Nobody::new);
    }

    public boolean zerosIgnored(String site) {
        return database.read(connection -> rules.zerosIgnored(connection, site));
    }

    /** False when there is no such site. */
    public boolean ignoreZeros(String site, boolean ignored) {
        return database.transaction(connection -> rules.set(connection, site, ignored));
    }
}
