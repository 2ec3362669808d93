package org.carrel.shelfwork;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** An inventory belongs to the site of its shelves. */
@Door
public class ShelfInventoryOwners implements Owners {
    private final ShelfInventories inventories;

    @Inject
    public ShelfInventoryOwners(ShelfInventories inventories) {
        this.inventories = inventories;
    }

    @Override
    public Thing thing() {
        return Thing.SHELF_INVENTORY;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return inventories.find(number).map(inventory -> Owner.site(inventory.site()));
    }
}
