package org.carrel.catalog.marc;

/** What a record describes, by leader/05, leader/06 and, for UNIMARC, by its fields. Only the first is a title to add. */
public enum RecordType {
    BIBLIOGRAPHIC,
    /** leader/05 = d: the sender has deleted this record. */
    DELETED,
    AUTHORITY,
    HOLDINGS,
    CLASSIFICATION,
    COMMUNITY_INFORMATION,
    /** Another format in the same envelope: its title is in 200, not in 245. */
    UNIMARC
}
