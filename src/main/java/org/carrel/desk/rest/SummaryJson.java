package org.carrel.desk.rest;

import java.util.List;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** Who stands at the desk, without any title. */
public record SummaryJson(
        PersonJson patron,
        int loans,

        @About("how many the rules allow; left out for no limit") @Nullable Integer limit,

        long overdue,
        @About("dollars, with two decimals") String owed,
        @About("copies that wait on the hold shelf") int ready,
        @About("why this person could borrow nothing now") List<BlockJson> blocks) {}
