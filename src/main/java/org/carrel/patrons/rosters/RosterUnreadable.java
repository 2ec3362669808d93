package org.carrel.patrons.rosters;

import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterFinding.Kind;

/** A roster file cannot be read as a whole; becomes a refused run before it leaves this feature. */
final class RosterUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RosterFinding finding;

    RosterUnreadable(Kind kind, String member, String detail) {
        super(kind + " " + member + " " + detail);
        this.finding = new RosterFinding(kind, member, detail);
    }

    RosterFinding finding() {
        return finding;
    }
}
