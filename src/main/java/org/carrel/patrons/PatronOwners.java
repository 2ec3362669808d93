package org.carrel.patrons;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A person belongs to a school; who has none is within reach of all schools together. */
@Door
public class PatronOwners implements Owners {
    private final Patrons patrons;

    @Inject
    public PatronOwners(Patrons patrons) {
        this.patrons = patrons;
    }

    @Override
    public Thing thing() {
        return Thing.PATRON;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return patrons.find(number).map(PatronOwners::owner);
    }

    private static Owner owner(Patron patron) {
        var site = patron.facts().get(PatronField.SITE);
        return site.isEmpty() ? new Owner(Optional.empty(), OptionalLong.empty()) : Owner.site(site);
    }
}
