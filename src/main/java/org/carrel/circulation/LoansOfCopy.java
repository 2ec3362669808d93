package org.carrel.circulation;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.store.CopyLoanStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** How a copy was lent, as far as it is remembered: whoever had it is forgotten when the loan rules say so (PR-1). */
@Door
public class LoansOfCopy {
    private final Database database;
    private final CopyLoanStore store = new CopyLoanStore();

    @Inject
    public LoansOfCopy(Database database) {
        this.database = database;
    }

    /**
     * @param patron empty when the loan is forgotten
     * @param returned empty while it is open
     */
    public record Past(long loan, OptionalLong patron, Instant lent, Optional<Instant> due, Optional<Instant> returned)
            implements Serializable {}

    /** The latest first. */
    public List<Past> of(long item, int most) {
        return database.read(connection -> store.of(connection, item, most));
    }
}
