package org.carrel.desk.rest;

import org.carrel.platform.rest.About;

/** A hold that was placed. */
public record PlacedJson(
        long id, @About("in the queue, from 1") int position) {}
