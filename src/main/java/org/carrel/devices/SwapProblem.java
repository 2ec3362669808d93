package org.carrel.devices;

/** Why there is no swap. */
public enum SwapProblem {
    /** No device has such a tag or serial, or none within reach. */
    UNKNOWN,
    /** Several have this serial: a tag says which. */
    SEVERAL,
    /** Nobody has it, so nobody needs a loaner for it. */
    OF_NOBODY,
    /** Retired, stolen or missing. */
    GONE,
    /** The broken one was scanned again. */
    SAME,
    /** It is broken itself, or somebody has to look at it first. */
    NOT_READY,
    /** Somebody has it. */
    LOANER_OUT,
    /** The site has loaners, and this is none of them. */
    NOT_A_LOANER,
    /** Another loaner is out for this device: its name. */
    OTHER_LOANER,
    /** This loaner is out for another device: its name. */
    OTHER_DEVICE,
    /** Something has happened since the page was shown. */
    STALE
}
