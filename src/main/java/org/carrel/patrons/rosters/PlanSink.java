package org.carrel.patrons.rosters;

/** Takes a plan as it is made, in its order. */
interface PlanSink {
    void person(PlannedPerson person);

    /** A term, class or enrolment that is added, changed or removed. */
    void row(RowChange change);
}
