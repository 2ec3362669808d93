package org.carrel.desk.rest;

import org.carrel.scheduling.BookingResource;

/** What a session has, or had. */
public record SessionPartJson(long resource, BookingResource.Kind kind, String name, int quantity, boolean alone) {}
