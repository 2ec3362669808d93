package org.carrel.catalog;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.store.BatchStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A batch belongs to the site of whoever asked for it; that of somebody who is of all sites belongs to all of them together. */
@Door
public class BatchOwners implements Owners {
    private final Database database;
    private final BatchStore store = new BatchStore();

    @Inject
    public BatchOwners(Database database) {
        this.database = database;
    }

    @Override
    public Thing thing() {
        return Thing.RECORD_BATCH;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return database.read(connection -> store.find(connection, number))
                .map(batch -> new Owner(batch.siteCode(), OptionalLong.empty()));
    }
}
