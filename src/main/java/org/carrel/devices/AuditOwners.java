package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** An audit belongs to the site of its room or cart. */
@Door
public class AuditOwners implements Owners {
    private final DeviceAudits audits;

    @Inject
    public AuditOwners(DeviceAudits audits) {
        this.audits = audits;
    }

    @Override
    public Thing thing() {
        return Thing.DEVICE_AUDIT;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return audits.find(number).map(audit -> Owner.site(audit.site()));
    }
}
