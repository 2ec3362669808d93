package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.devices.store.HistoryStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What broke of a device, and what it has cost so far. */
@Door
public class DeviceHistory {
    private final Database database;
    private final HistoryStore store = new HistoryStore();

    @Inject
    public DeviceHistory(Database database) {
        this.database = database;
    }

    /**
     * Something that was broken.
     *
     * @param fault in the code of the table, in capitals
     * @param closed when, and {@code state} how it ended, in capitals
     */
    public record Ticket(long id, String fault, String state, Instant opened, Optional<Instant> closed)
            implements Serializable {}

    /**
     * @param tickets the latest first
     * @param spent in cents, on everything that was done to it
     * @param meter hours as read last
     */
    public record Sum(List<Ticket> tickets, long spent, OptionalInt meter) implements Serializable {
        public Sum {
            tickets = List.copyOf(tickets);
        }

        /** Total cost of ownership so far, in cents. @param price of the device; empty: only what was spent since */
        public long total(OptionalInt price) {
            return price.orElse(0) + spent;
        }
    }

    public Sum of(long device) {
        return database.read(connection -> new Sum(
                store.tickets(connection, device), store.spent(connection, device), store.meter(connection, device)));
    }
}
