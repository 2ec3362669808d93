package org.carrel.desk.rest;

import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** A check-out: one of each pair says who and what. */
public record NewLoan(
        @About("card or number") @Nullable String patron,

        @About("instead of the card, where several have it") @Nullable Long patronId,

        @About("barcode of the copy") @Nullable String item,

        @About("instead of the barcode, where several have it") @Nullable Long itemId,

        @Nullable NewOverride override) {}
