package org.carrel.patrons;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.patrons.rules.CardVariants;
import org.carrel.patrons.store.BlockStore;
import org.carrel.patrons.store.CardRuleStore;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Door;

/** People for those who lend to them. Every method joins the caller's transaction. */
@Door
public class Borrowers {
    private final PatronStore store = new PatronStore();
    private final BlockStore blocks = new BlockStore();
    private final CardRuleStore cards = new CardRuleStore();
    private final CardStore known = new CardStore();

    /** Nobody else lends to the person or changes them until the transaction ends. Empty when there is no such person. */
    public Optional<Patron> lock(Connection connection, long id) throws SQLException {
        return store.lock(connection, id);
    }

    /** As {@link #lock}. */
    public Optional<Borrower> lockBorrower(Connection connection, long id) throws SQLException {
        return store.lockBorrower(connection, id);
    }

    public Optional<Patron> find(Connection connection, long id) throws SQLException {
        return store.find(connection, id);
    }

    /** By family name; who is not there is left out. */
    public List<Patron> find(Connection connection, Collection<Long> ids) throws SQLException {
        return store.find(connection, ids);
    }

    /** Blocks that hold on that day and stop this. */
    public List<PatronBlock> blocks(Connection connection, long id, LocalDate today, BlockedAct act)
            throws SQLException {
        return blocks.of(connection, id).stream()
                .filter(block -> block.holds(today) && block.stops().contains(act))
                .toList();
    }

    /**
     * Whose card this may be: of nobody, of one, or of several whom only zeros in front tell apart at this site (B77). Without a
     * card, of the only person with this number.
     *
     * @param site code of the site whose scanner it is
     */
    public List<Patron> byCard(Connection connection, String typed, String site) throws SQLException {
        var number = PatronCard.number(typed);
        if (number.isEmpty()) return List.of();
        var ignored = cards.zerosIgnored(connection, site);
        var holders = cards.holders(connection, CardVariants.of(number.get(), ignored));
        if (!holders.isEmpty()) return store.find(connection, holders);
        // A lost card that shows the person's number must not work as the number.
        if (known.isKnown(connection, number.get())) return List.of();
        var numbered = store.findByIdentifier(connection, typed.strip());
        return numbered.size() == 1 ? store.find(connection, numbered) : List.of();
    }

    /**
     * The spellings under which a barcode may be known that a scanner of this site has read.
     *
     * @param site code
     */
    public List<String> spellings(Connection connection, String barcode, String site) throws SQLException {
        var ignored = cards.zerosIgnored(connection, site);
        var spellings = new LinkedHashSet<String>();
        for (var text : List.of(barcode, barcode.toUpperCase(Locale.ROOT), barcode.toLowerCase(Locale.ROOT)))
            spellings.addAll(CardVariants.of(text, ignored));
        return List.copyOf(spellings);
    }
}
