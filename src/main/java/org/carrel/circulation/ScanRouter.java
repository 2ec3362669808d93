package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.circulation.rules.ScanText;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.security.Caller;

/** What a scan may be: a card, a copy, a command, the number of a title, else the name of somebody. */
final class ScanRouter {
    private final ItemsAtDesk items;
    private final Borrowers people;

    ScanRouter(ItemsAtDesk items, Borrowers people) {
        this.items = items;
        this.people = people;
    }

    /**
     * All that goes by this text.
     *
     * @param people whose card or number it is, within reach
     * @param copies with this barcode; when nothing has it, what is known by it otherwise
     * @param title copies at this site of the title with this ISBN
     * @param name whether it can be a name: no number is one
     */
    record Found(
            List<Patron> people,
            List<ItemForLoan> copies,
            Optional<DeskCommand> command,
            List<ItemForLoan> title,
            boolean name) {
        boolean isNothing() {
            return people.isEmpty() && copies.isEmpty() && command.isEmpty() && title.isEmpty();
        }
    }

    Found find(Connection connection, String typed, String site, Caller by) throws SQLException {
        var text = ScanText.clean(typed);
        var holders = people.byCard(connection, text, site).stream()
                .filter(person -> isReached(person, by))
                .toList();
        var spellings = people.spellings(connection, text, site);
        var copies = items.byBarcode(connection, spellings);
        var command = ScanText.command(text);
        var unknown = copies.isEmpty() && holders.isEmpty() && command.isEmpty();
        if (unknown) copies = items.byAlias(connection, spellings);
        var known = !holders.isEmpty() || !copies.isEmpty() || command.isPresent();
        var title = known ? List.<ItemForLoan>of() : items.byIsbn(connection, text, site);
        return new Found(holders, copies, command, title, ScanText.isName(text));
    }

    private static boolean isReached(Patron person, Caller by) {
        var site = person.facts().get(PatronField.SITE);
        return site.isEmpty() || by.isOf(site);
    }
}
