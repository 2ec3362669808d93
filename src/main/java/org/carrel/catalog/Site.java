package org.carrel.catalog;

import java.io.Serializable;

/** A school building with a media center. Codes compare without regard to case. */
public record Site(int id, String code, String name) implements Serializable {}
