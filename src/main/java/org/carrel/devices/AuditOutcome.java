package org.carrel.devices;

/** What an audit finds of a device. */
public enum AuditOutcome {
    /** It belongs here and is here. */
    PRESENT,
    /** It is here and belongs elsewhere. */
    FOREIGN,
    /** It belongs here, should be here, and nobody scanned it. */
    MISSING,
    /** It belongs here, and our records say why it is not: lent, at repair, in a cart. Nobody calls it missing. */
    ELSEWHERE,
    /** It is here, and our records say that somebody has it or that it is gone. The desk sets that right, not the audit. */
    OUT_BUT_HERE,
    /** It was missing, and here it is. */
    FOUND
}
