package org.carrel.devices;

/** What is done about a device when an audit is closed. */
public enum AuditAct {
    /** There is nothing to do. */
    NONE,
    /** From now on it belongs here. */
    MOVE_HERE,
    /** Somebody carries it to where it belongs; our records stay as they are. */
    SEND_HOME,
    MARK_MISSING,
    /** What was missing is ready again. */
    MAKE_READY,
    /** Nothing yet: somebody looks again. */
    LEAVE
}
