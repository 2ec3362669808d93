package org.carrel.patrons;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/**
 * A roster belongs to all schools, since it may move people between them; where there is one school only, to that. One that an
 * administrator of one school has brought may touch people of that school only, and belongs to it.
 */
@Door
public class RosterOwners implements Owners {
    private final Rosters rosters;
    private final Patrons patrons;

    @Inject
    public RosterOwners(Rosters rosters, Patrons patrons) {
        this.rosters = rosters;
        this.patrons = patrons;
    }

    @Override
    public Thing thing() {
        return Thing.ROSTER;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return rosters.find(number).map(run -> run.onlySite().map(Owner::site).orElseGet(this::owner));
    }

    /** The only site whose people a roster of this person may touch; empty: all sites. */
    public Optional<String> onlySite(CurrentCaller by) {
        return by.may(Operation.IMPORT_ROSTER, owner())
                ? Optional.empty()
                : by.required().site();
    }

    /** To whom a roster belongs that may touch everybody. */
    public Owner owner() {
        var sites = patrons.sites().keySet();
        return sites.size() == 1
                ? Owner.site(sites.iterator().next())
                : new Owner(Optional.empty(), OptionalLong.empty());
    }
}
