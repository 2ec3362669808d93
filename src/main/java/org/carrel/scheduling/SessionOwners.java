package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A session belongs to its site, and to the teacher whose it is. */
@Door
public class SessionOwners implements Owners {
    private final Bookings bookings;

    @Inject
    public SessionOwners(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public Thing thing() {
        return Thing.CLASS_SESSION;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return bookings.find(number)
                .map(session ->
                        new Owner(Optional.of(session.site()), session.teacher().account()));
    }
}
