package org.carrel.desk.rest;

import java.time.LocalDate;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.OpenHold;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** One thing that a person waits for. */
public record HoldJson(
        long id,
        @About("id of the record in the catalog") long record,
        String title,
        @About("code of the school where it is picked up") String pickUp,
        @About("moment in UTC") String placed,
        HoldState state,
        @About("the state in words") String stateText,

        @About("in the queue, from 1; left out when all copies are set aside") @Nullable Integer position,

        @About("the last day on the hold shelf") @Nullable LocalDate shelfUntil) {
    static HoldJson of(OpenHold hold, String stateText) {
        var position = hold.position();
        return new HoldJson(
                hold.id(),
                hold.bib(),
                hold.title(),
                hold.site(),
                hold.placed().toString(),
                hold.state(),
                stateText,
                position.isPresent() ? position.getAsInt() : null,
                hold.shelfUntil().orElse(null));
    }
}
