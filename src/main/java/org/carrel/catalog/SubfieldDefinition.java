package org.carrel.catalog;

import java.io.Serializable;

/** A subfield as MARC 21 defines it for one field. */
public record SubfieldDefinition(char code, Wording name, boolean repeatable) implements Serializable {}
