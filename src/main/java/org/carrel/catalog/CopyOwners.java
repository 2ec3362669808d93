package org.carrel.catalog;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.catalog.store.CopyStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A copy belongs to its site. */
@Door
public class CopyOwners implements Owners {
    private final Database database;
    private final CopyStore store = new CopyStore();

    @Inject
    public CopyOwners(Database database) {
        this.database = database;
    }

    @Override
    public Thing thing() {
        return Thing.COPY;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.find(connection, number))
                .map(copy -> Owner.site(copy.form().site()));
    }
}
