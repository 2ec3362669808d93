package org.carrel.patrons;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.store.PatronContactStore;
import org.carrel.platform.Door;

/** Where people are written to, in the transaction of who writes. */
@Door
public class PatronContacts {
    private final PatronContactStore store = new PatronContactStore();

    @Inject
    public PatronContacts() {}

    /** Empty when there is no such person. */
    public Optional<PatronContact> find(Connection connection, long patron) throws SQLException {
        return Optional.ofNullable(find(connection, List.of(patron)).get(patron));
    }

    /** By the numbers that were asked for; who is not there is left out. */
    public Map<Long, PatronContact> find(Connection connection, Collection<Long> patrons) throws SQLException {
        return store.find(connection, patrons);
    }

    /** Who teaches this homeroom at this site, by their numbers: as a roster's classes say, or their own homeroom. */
    public List<Long> teachers(Connection connection, String site, String homeroom) throws SQLException {
        return store.teachers(connection, site, homeroom);
    }
}
