package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.security.Owner;
import org.carrel.security.Owners;
import org.carrel.security.Thing;

/** A picture belongs to its site, and to who has reported what it shows. */
@Door
public class PhotoOwners implements Owners {
    private final DevicePhotos photos;

    @Inject
    public PhotoOwners(DevicePhotos photos) {
        this.photos = photos;
    }

    @Override
    public Thing thing() {
        return Thing.PHOTO;
    }

    @Override
    public Optional<Owner> ownerOf(long number) {
        return photos.find(number).map(photo -> new Owner(Optional.of(photo.site()), photo.reporter()));
    }
}
