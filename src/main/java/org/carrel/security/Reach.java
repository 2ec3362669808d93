package org.carrel.security;

/** On whose things an operation is allowed; each includes the ones before it. */
public enum Reach {
    NONE,
    /** What belongs to the account itself. */
    OWN,
    /** What belongs to the account's site; all of them for an account of all sites. */
    SITE,
    ANY
}
