package org.carrel.desk.rest;

import java.time.LocalDate;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** A check-in. */
public record NewReturn(
        @About("barcode of the copy") @Nullable String item,

        @About("instead of the barcode, where several have it") @Nullable Long itemId,

        @About("the day of which the book drop is emptied") @Nullable LocalDate returnedOn,

        @About("puts it on its shelf although somebody waits for it") @Nullable Boolean toShelf) {}
