package org.carrel.circulation;

/** Knows when bells ring. The feature that has the timetables makes one a bean; without one nobody knows. */
@FunctionalInterface
public interface SiteBells {
    /** Asked while something is lent: what it takes is known, or found at once. @param site code */
    BellTimes of(String site);
}
