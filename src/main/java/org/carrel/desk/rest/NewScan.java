package org.carrel.desk.rest;

import java.time.LocalDate;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** One scan, with what a desk would know when it is made. */
public record NewScan(
        @About("what a scanner reads or somebody types: card, barcode, ISBN, command, name")
        String text,

        @About("card or number of who stands at the desk") @Nullable String patron,

        @About("the same person by the id of an answer") @Nullable Long patronId,

        @About(
                "LEND_OR_TAKE: lends to who stands at the desk, and takes back when nobody does; TAKE: always takes back")
        @Nullable Mode mode,

        @About("the day of which the book drop is emptied") @Nullable LocalDate returnedOn,

        @About("how long ago it was scanned, for what had to wait for the network") @Nullable Long secondsAgo,

        @Nullable NewOverride override) {

    /** What becomes of a copy. */
    public enum Mode {
        LEND_OR_TAKE,
        TAKE
    }
}
