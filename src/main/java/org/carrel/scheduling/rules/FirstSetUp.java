package org.carrel.scheduling.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.InventoryCart;

/** What a library begins to book with. */
public final class FirstSetUp {
    private static final int CLASSES = 2;
    private static final int SEATS = 60;
    private static final int LONGEST_NAME = 60;

    private FirstSetUp() {}

    /**
     * A place for two classes where there is none, and every cart of the inventory that is not there; none twice.
     *
     * @param known of the site, retired ones too
     */
    public static List<BookingResource> missing(
            String site, Collection<InventoryCart> carts, Collection<BookingResource> known) {
        var missing = new ArrayList<BookingResource>();
        if (known.stream().noneMatch(resource -> resource.kind() == Kind.ZONE))
            missing.add(resource(
                    site,
                    Kind.ZONE,
                    free("Library", known, missing),
                    "Biblioteca",
                    CLASSES,
                    OptionalInt.of(SEATS),
                    OptionalLong.empty()));
        for (var cart : carts) {
            var device = OptionalLong.of(cart.device());
            if (known.stream().anyMatch(resource -> resource.device().equals(device))) continue;
            var name = free(cart.name(), known, missing);
            missing.add(resource(site, Kind.CART, name, "", 1, OptionalInt.empty(), device));
        }
        return List.copyOf(missing);
    }

    /** The name, with a number behind it while another has it. */
    private static String free(String wished, Collection<BookingResource> known, Collection<BookingResource> missing) {
        var kept = wished.length() > LONGEST_NAME - 4 ? wished.substring(0, LONGEST_NAME - 4) : wished;
        var name = kept;
        for (var number = 2; isTaken(name, known) || isTaken(name, missing); number++) name = kept + " " + number;
        return name;
    }

    private static boolean isTaken(String name, Collection<BookingResource> others) {
        return others.stream().anyMatch(other -> other.nameEn().equalsIgnoreCase(name));
    }

    private static BookingResource resource(
            String site, Kind kind, String nameEn, String nameEs, int classes, OptionalInt seats, OptionalLong device) {
        return new BookingResource(
                0,
                site,
                kind,
                nameEn,
                nameEs,
                classes,
                seats,
                Duration.ZERO,
                Duration.ZERO,
                device,
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
    }
}
