package org.carrel.catalog;

/** A variable field of a MARC record. */
public sealed interface MarcField permits ControlField, DataField {
    /** Three characters, usually digits; local systems use letters too. */
    String tag();
}
