package org.carrel.catalog;

/** In which field of a record its copies stand, and how they are read. */
public sealed interface CopySource {
    /** By the first records of each file. */
    record Detect() implements CopySource {}

    /** As one of the systems writes it that everybody knows. */
    record Preset(Form form) implements CopySource {}

    /** As this vendor does. */
    record Custom(CopyMap map) implements CopySource {}

    /** Ways in which many files state their copies. */
    enum Form {
        /** 852 of school vendors, Destiny and Evergreen. */
        VENDOR_852,
        /** 952 of Koha. */
        KOHA_952,
        /** 949 of Sirsi and those who followed it. */
        LOCAL_949
    }
}
