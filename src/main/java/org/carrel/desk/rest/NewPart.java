package org.carrel.desk.rest;

import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** One thing that a session needs. */
public record NewPart(
        @About("number of it, as the availability tells it") long resource,

        @About("people in a place, devices of a cart; the number of students when left out") @Nullable Long quantity,

        @About("nobody else is to be there at the same time") @Nullable Boolean alone) {}
