package org.carrel.desk.rest;

import org.jspecify.annotations.Nullable;

/** A renewal; nothing has to be said. */
public record NewRenewal(@Nullable NewOverride override) {}
