package org.carrel.privacy;

/** What came of the wish to erase a person. */
public enum ErasureResult {
    ERASED,
    /** Something of the library is still out with the person: nothing was done. */
    PROPERTY_OUT,
    /** There is no such person, or not within reach. */
    MISSING
}
