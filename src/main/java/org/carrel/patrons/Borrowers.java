package org.carrel.patrons;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.store.BlockStore;
import org.carrel.patrons.store.CardRuleStore;
import org.carrel.patrons.store.PatronStore;
import org.carrel.platform.Door;

/** People for those who lend to them. Every method joins the caller's transaction. */
@Door
public class Borrowers {
    private final PatronStore store = new PatronStore();
    private final BlockStore blocks = new BlockStore();
    private final CardRuleStore cards = new CardRuleStore();

    /** Nobody else lends to the person or changes them until the transaction ends. Empty when there is no such person. */
    public Optional<Patron> lock(Connection connection, long id) throws SQLException {
        return store.lock(connection, id);
    }

    public Optional<Patron> find(Connection connection, long id) throws SQLException {
        return store.find(connection, id);
    }

    /** By family name; who is not there is left out. */
    public List<Patron> find(Connection connection, Collection<Long> ids) throws SQLException {
        return store.find(connection, ids);
    }

    /** Blocks that hold on that day. */
    public List<PatronBlock> blocks(Connection connection, long id, LocalDate today) throws SQLException {
        return blocks.of(connection, id).stream()
                .filter(block -> block.holds(today))
                .toList();
    }

    /** Whether scanners of this site do not tell zeros in front apart. @param site code */
    public boolean zerosIgnored(Connection connection, String site) throws SQLException {
        return cards.zerosIgnored(connection, site);
    }
}
