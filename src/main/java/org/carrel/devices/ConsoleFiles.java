package org.carrel.devices;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.carrel.devices.store.ConsoleFileStore;
import org.carrel.devices.store.ConsoleFileStore.Row;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/**
 * What we know, in the shapes that consoles take back: tags and places, never who has a device. Where we know nothing stands what the
 * console says itself, as some tools empty a field for an empty cell.
 */
@Door
public class ConsoleFiles {
    /** As GAM reads them: {@code gam csv FILE gam update cros ~deviceId assetid ~annotatedAssetId …}. */
    private static final List<String> GOOGLE =
            List.of("deviceId", "serialNumber", "annotatedAssetId", "annotatedLocation", "notes");

    /** The template of Jamf's Mass Update Tool for mobile devices; an empty cell changes nothing there. */
    private static final List<String> JAMF = List.of(
            "Mobile Device Serial",
            "Display Name",
            "Enforce Name",
            "Asset Tag",
            "Username",
            "Real Name",
            "Email Address",
            "Position",
            "Phone Number",
            "Department",
            "Building",
            "Room",
            "PO Number",
            "Vendor",
            "Purchase Price",
            "PO Date",
            "Warranty Expires",
            "Is Leased",
            "Lease Expires",
            "AppleCare ID",
            "Airplay Password (tvOS Only)",
            "Site (ID or Name)");

    private static final int AT_ONCE = 500;

    private final Database database;
    private final ConsoleFileStore store = new ConsoleFileStore();

    @Inject
    public ConsoleFiles(Database database) {
        this.database = database;
    }

    /** Devices that the Google console knows, header first. */
    public void google(Caller by, Consumer<List<String>> out) {
        out.accept(GOOGLE);
        each(
                MdmSource.GOOGLE,
                by.site(),
                row -> out.accept(List.of(row.mdmId(), row.serial(), row.tag(), row.place(), row.note())));
    }

    /** Devices that Jamf knows, header first. */
    public void jamf(Caller by, Consumer<List<String>> out) {
        out.accept(JAMF);
        each(
                MdmSource.JAMF,
                by.site(),
                row -> out.accept(List.of(
                        row.serial(),
                        "",
                        "",
                        row.tag(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        row.place(),
                        row.orderNumber(),
                        row.vendor(),
                        row.price(),
                        row.bought(),
                        row.warrantyEnds(),
                        "",
                        "",
                        "",
                        "",
                        "")));
    }

    private void each(MdmSource source, Optional<String> site, Consumer<Row> out) {
        var after = 0L;
        for (var page = page(source, site, after); !page.isEmpty(); page = page(source, site, after)) {
            page.forEach(out);
            after = page.getLast().device();
        }
    }

    private List<Row> page(MdmSource source, Optional<String> site, long after) {
        return database.read(connection -> store.page(connection, source, site, after, AT_ONCE));
    }
}
