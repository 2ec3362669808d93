package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.carrel.circulation.DamageFees;
import org.carrel.devices.store.RepairStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;

/** Forgets who had what was mended: after the time of returned loans, and not before all that was charged for it is settled. */
@Door
public class RepairMemory implements Retained {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Borrowers people;
    private final DamageFees fees;
    private final RepairStore store = new RepairStore();

    @Inject
    public RepairMemory(Database database, Borrowers people, DamageFees fees) {
        this.database = database;
        this.people = people;
        this.fees = fees;
    }

    @Override
    public KeptData kind() {
        return KeptData.RETURNED_LOANS;
    }

    @Override
    public int forget(Instant before) {
        var after = 0L;
        var all = 0;
        while (true) {
            var from = after;
            var some = database.read(connection -> store.closedBefore(connection, before, from, AT_ONCE));
            for (var one : some) if (forget(one)) all++;
            if (some.size() < AT_ONCE) return all;
            after = some.getLast().id();
        }
    }

    private boolean forget(RepairStore.Settling one) {
        return database.transaction(connection -> {
            people.lock(connection, one.patron());
            if (!isSettled(connection, one)) return false;
            store.forget(connection, one.id());
            return true;
        });
    }

    private boolean isSettled(Connection connection, RepairStore.Settling one) throws SQLException {
        return one.charge().isEmpty() || fees.isSettled(connection, one.charge().get());
    }
}
