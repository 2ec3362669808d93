package org.carrel.devices;

/** Who pays for a repair besides the family. */
public enum RepairCover {
    /** Nobody: it was broken, and there is no insurance. */
    NONE,
    /** The family takes part in the plan of the school. */
    INSURANCE,
    /** The maker. */
    WARRANTY,
    /** It was worn out: that is nobody's fault. */
    WEAR
}
