package org.carrel.desk.rest;

import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** What is taken back. */
public record NewUndo(
        @About("Idempotency-Key of what this program did within the last minute; the last thing when left out")
        @Nullable String key) {}
