package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.Patron;

/**
 * How a collection goes. Who has what is asked anew each time: loans and assignments say so.
 *
 * @param holders who still has something: leavers first, then by homeroom and name
 * @param rooms by name
 * @param days from its first day to today, or its last
 * @param chargers of what was collected without its charger
 */
public record CollectionPage(
        CollectionPlan plan,
        List<Holder> holders,
        List<Room> rooms,
        List<Day> days,
        int left,
        int collected,
        List<Charger> chargers)
        implements Serializable {
    public CollectionPage {
        holders = List.copyOf(holders);
        rooms = List.copyOf(rooms);
        days = List.copyOf(days);
        chargers = List.copyOf(chargers);
    }

    /** @param due empty for no due date, and for who has it for the year */
    public record Held(long device, String name, String model, Optional<Instant> due, boolean assigned)
            implements Serializable {}

    /** @param leaver has left, or is missing from the roster (B83) @param others what else a leaver has: titles, due first comes first */
    public record Holder(Patron patron, boolean leaver, List<Held> devices, List<String> others)
            implements Serializable {
        public Holder {
            devices = List.copyOf(devices);
            others = List.copyOf(others);
        }
    }

    /** A homeroom. @param name empty for those that have none */
    public record Room(String name, int left, int collected) implements Serializable {}

    /** @param left so many were still out at the end of the day */
    public record Day(LocalDate day, int collected, int left) implements Serializable {}

    /** A charger that did not come with its device. */
    public record Charger(long scan, String device, String homeroom, LocalDate day) implements Serializable {}
}
