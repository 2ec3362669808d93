package org.carrel.catalog;

import java.io.Serializable;

/** A part of a site's collection that stands together, such as Fiction. */
public record ShelfLocation(int id, String name) implements Serializable {}
