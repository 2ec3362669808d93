package org.carrel.scheduling;

/** What is wrong with a resource that somebody wants to keep, each at its field. */
public enum ResourceProblem {
    /** A name in English, of at most 60 characters, is needed. */
    NO_NAME,
    /** Another resource of the site is called so. */
    NAME_TAKEN,
    /** From 1 to 20 classes. */
    CLASSES,
    /** From 1 to 9999 people. */
    SEATS,
    /** At most 600 minutes. */
    MINUTES,
    /** No cart or device of the inventory is meant, or another resource is it already. */
    DEVICE,
    /** No account of the site is meant. */
    ACCOUNT,
    /** There is no such policy. */
    POLICY,
    /** There is no such resource within reach. */
    GONE
}
