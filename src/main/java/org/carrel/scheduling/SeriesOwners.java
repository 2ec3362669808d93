package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.SeriesStore;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A series belongs to its site, and to the teacher whose it is. */
@Door
public class SeriesOwners implements Owners {
    private final Database database;
    private final SeriesStore store = new SeriesStore();

    @Inject
    public SeriesOwners(Database database) {
        this.database = database;
    }

    @Override
    public Thing thing() {
        return Thing.SESSION_SERIES;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.whose(connection, number))
                .map(whose -> new Owner(Optional.of(whose.site()), whose.account()));
    }
}
