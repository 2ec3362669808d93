package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A device belongs to its site. */
@Door
public class DeviceOwners implements Owners {
    private final DeviceInventory inventory;

    @Inject
    public DeviceOwners(DeviceInventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Thing thing() {
        return Thing.DEVICE;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return inventory.find(number).map(device -> Owner.site(device.siteCode()));
    }
}
