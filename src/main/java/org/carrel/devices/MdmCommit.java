package org.carrel.devices;

import java.io.Serializable;

/** What came of committing an export. */
public sealed interface MdmCommit extends Serializable {
    /** It is done. */
    record Committed(MdmSummary summary) implements MdmCommit {}

    /** There is no such run, or it does not wait. */
    record NotWaiting() implements MdmCommit {}
}
