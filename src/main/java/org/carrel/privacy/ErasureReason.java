package org.carrel.privacy;

/** Why a person was erased. */
public enum ErasureReason {
    /** Has left the school so long ago as was promised. */
    LEFT,
    /** Asked for it. */
    ASKED,
    /** A parent or guardian asked for it. */
    FAMILY_ASKED,
    /** Should never have been here. */
    MISTAKE,
    /** Was erased before, and came back with a backup. */
    RESTORED
}
