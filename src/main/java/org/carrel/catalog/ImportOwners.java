package org.carrel.catalog;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** An import belongs to the school whose copies it brings. */
@Door
public class ImportOwners implements Owners {
    private final ImportHistory history;

    @Inject
    public ImportOwners(ImportHistory history) {
        this.history = history;
    }

    @Override
    public Thing thing() {
        return Thing.IMPORT;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return history.siteOf(number).map(Owner::site);
    }
}
