package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something that classes book.
 *
 * @param site code
 * @param nameEs empty: as in English
 * @param classes how many classes at once, 1 to 20
 * @param seats how many people; empty: nobody counts
 * @param before time to make ready, whole minutes
 * @param after time to clear away or to charge, whole minutes
 * @param device the cart or device of the inventory that it is
 * @param account who it is, of a person
 * @param devices how many devices of the cart can be used today; empty for what is no cart of the inventory
 * @param policy by which it is booked; empty: {@link BookingPolicy#USUAL}
 * @param retired not to be booked any more
 */
public record BookingResource(
        long id,
        String site,
        Kind kind,
        String nameEn,
        String nameEs,
        int classes,
        OptionalInt seats,
        Duration before,
        Duration after,
        OptionalLong device,
        OptionalLong account,
        OptionalInt devices,
        OptionalLong policy,
        int position,
        boolean retired)
        implements Serializable {
    /** What it is. */
    public enum Kind {
        /** A part of the library. */
        ZONE,
        /** A room with computers. */
        LAB,
        /** A cart of devices. */
        CART,
        /** A single thing, as a projector. */
        AV,
        /** Somebody who teaches or helps. */
        PERSON;

        /** Whether a class is there, rather than takes it along. */
        public boolean isPlace() {
            return this == ZONE || this == LAB;
        }
    }

    /** In the language of who reads. */
    public String name(Locale locale) {
        return "es".equals(locale.getLanguage()) && !nameEs.isEmpty() ? nameEs : nameEn;
    }
}
