package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A file of devices belongs to the site for which it was brought. */
@Door
public class MdmOwners implements Owners {
    private final DeviceImports imports;

    @Inject
    public MdmOwners(DeviceImports imports) {
        this.imports = imports;
    }

    @Override
    public Thing thing() {
        return Thing.DEVICE_IMPORT;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return imports.find(number).map(run -> Owner.site(run.site()));
    }
}
