package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A ticket belongs to its site, and for a word or a picture more to who has opened it. */
@Door
public class RepairOwners implements Owners {
    private final RepairTickets tickets;

    @Inject
    public RepairOwners(RepairTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Thing thing() {
        return Thing.TICKET;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return tickets.find(number).map(ticket -> new Owner(Optional.of(ticket.siteCode()), ticket.openedBy()));
    }
}
