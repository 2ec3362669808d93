package org.carrel.circulation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.rules.ScanText;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Whom and what the numbers mean that a scanner has read, for those who know which number is which. */
@Door
public class ScannedNumbers {
    private final Database database;
    private final ItemsAtDesk items;
    private final Borrowers people;

    @Inject
    public ScannedNumbers(Database database, ItemsAtDesk items, Borrowers people) {
        this.database = database;
        this.items = items;
        this.people = people;
    }

    /** Whose card or number it is, within reach; several where only zeros in front tell them apart (B77). @param site code */
    public List<Patron> people(String card, String site, Caller by) {
        var text = ScanText.clean(card);
        if (text.isEmpty() || text.length() > Scan.LONGEST) return List.of();
        return database.read(connection -> people.byCard(connection, text, site)).stream()
                .filter(person -> isReached(person, by))
                .toList();
    }

    /** Empty when there is nobody of this number within reach. @param id as the desk tells it */
    public Optional<Patron> person(long id, Caller by) {
        return database.read(connection -> people.find(connection, id)).filter(person -> isReached(person, by));
    }

    /** Copies with this barcode, else what is known by it otherwise. @param site code of the site whose scanner it is */
    public List<ItemForLoan> copies(String barcode, String site) {
        var text = ScanText.clean(barcode);
        if (text.isEmpty() || text.length() > Scan.LONGEST) return List.of();
        return database.read(connection -> {
            var spellings = people.spellings(connection, text, site);
            var copies = items.byBarcode(connection, spellings);
            return copies.isEmpty() ? items.byAlias(connection, spellings) : copies;
        });
    }

    /** @param id as the desk tells it */
    public Optional<ItemForLoan> copy(long id) {
        return database.read(connection -> items.find(connection, id));
    }

    private static boolean isReached(Patron person, Caller by) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || by.isOf(site);
    }
}
