package org.carrel.catalog;

/** Why a line of a batch is left as it is. The sentences stand under {@code batchRefusal.NAME}. */
public enum BatchRefusal {
    /** The record or the copy is not there any more. */
    GONE,
    /** The record has such a field, and may have one only. */
    FIELD_ONCE,
    /** The record could not be stored any more. */
    NOT_STORABLE,
    /** The call number would not fit. */
    TOO_LONG,
    /** The copy is not ours any more. */
    WITHDRAWN,
    /** Somebody has the copy, waits for it, or it is on its way. */
    BUSY,
    /** The copy's site has no such shelf location. */
    NO_SUCH_LOCATION,
    NO_SUCH_TYPE,
    /** The copy is of a site that is not that of who asks. */
    OTHER_SITE
}
