package org.carrel.desk.rest;

import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** A hold, to be picked up at the school of the token. */
public record NewHold(
        @About("card or number") @Nullable String patron,

        @About("instead of the card, where several have it") @Nullable Long patronId,

        @About("id of the record, as the catalog tells it") long record,

        @About("barcode of the copy that alone will do") @Nullable String item,

        @About("how many copies; 1 when left out") @Nullable Long quantity,
        @Nullable NewOverride override) {}
