package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.RepairChanged.Done;
import org.carrel.devices.RepairChanged.Refused;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.devices.files.PhotoFile;
import org.carrel.devices.store.DeviceStore;
import org.carrel.devices.store.PhotoStore;
import org.carrel.devices.store.RepairEventStore;
import org.carrel.devices.store.RepairStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Pictures of devices and of what is broken. What is kept is drawn anew: nothing else of the file that was sent. */
@Door
public class DevicePhotos {
    /** Of one ticket or device. */
    private static final int MOST = 12;

    private final Database database;
    private final Clock clock;
    private final PhotoStore store = new PhotoStore();
    private final RepairStore tickets = new RepairStore();
    private final DeviceStore devices = new DeviceStore();
    private final RepairEventStore events = new RepairEventStore();

    @Inject
    public DevicePhotos(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param file as it was sent; read once, and not closed */
    public RepairChanged addToTicket(long ticket, InputStream file, UUID request, Caller by) {
        return switch (PhotoFile.read(file)) {
            case PhotoFile.Bad bad -> new Refused(bad.why());
            case PhotoFile.Photo photo ->
                database.transaction(connection -> {
                    var known = tickets.lock(connection, ticket)
                            .filter(one ->
                                    by.isOf(one.siteCode()) || one.openedBy().equals(OptionalLong.of(by.account())));
                    if (known.isEmpty()) return new Refused(Why.STALE);
                    if (store.isDone(connection, request)) return new Done(ticket, false);
                    if (store.ofTicket(connection, ticket).size() >= MOST) return new Refused(Why.TOO_MANY_PICTURES);
                    var now = clock.instant();
                    store.add(
                            connection,
                            new PhotoStore.Added(
                                    known.get().siteId(),
                                    OptionalLong.of(ticket),
                                    OptionalLong.empty(),
                                    photo.jpeg(),
                                    photo.width(),
                                    photo.height(),
                                    now,
                                    by.account(),
                                    request));
                    events.add(
                            connection,
                            RepairEventStore.Entry.of(
                                    ticket, now, OptionalLong.of(by.account()), RepairEvent.Kind.PHOTO));
                    return new Done(ticket, false);
                });
        };
    }

    /** The same for a device. */
    public RepairChanged addToDevice(long device, InputStream file, UUID request, Caller by) {
        return switch (PhotoFile.read(file)) {
            case PhotoFile.Bad bad -> new Refused(bad.why());
            case PhotoFile.Photo photo ->
                database.transaction(connection -> {
                    var known = devices.lock(connection, device).filter(one -> by.isOf(one.siteCode()));
                    if (known.isEmpty()) return new Refused(Why.STALE);
                    if (store.isDone(connection, request)) return new Done(0, false);
                    if (store.ofDevice(connection, device).size() >= MOST) return new Refused(Why.TOO_MANY_PICTURES);
                    store.add(
                            connection,
                            new PhotoStore.Added(
                                    known.get().siteId(),
                                    OptionalLong.empty(),
                                    OptionalLong.of(device),
                                    photo.jpeg(),
                                    photo.width(),
                                    photo.height(),
                                    clock.instant(),
                                    by.account(),
                                    request));
                    return new Done(0, false);
                });
        };
    }

    /** Numbers of a device's own pictures, the oldest first. */
    public List<Long> ofDevice(long device) {
        return database.read(connection -> store.ofDevice(connection, device));
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    /** A picture. @param jpeg its bytes @param site code of whose it is @param reporter who has opened the ticket */
    public record Shown(byte[] jpeg, String site, OptionalLong reporter) {}

    /** Empty when there is none. Who may see it asks the caller. */
    public Optional<Shown> find(long photo) {
        return database.read(connection -> store.find(connection, photo));
    }
}
