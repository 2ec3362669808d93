package org.carrel.catalog;

/** What is done to each of many records or copies. Each batch does one thing, so that its preview can be read. */
public sealed interface BatchStep {
    /** About the text of records. */
    sealed interface OfRecord extends BatchStep {}

    /** About copies. */
    sealed interface OfCopy extends BatchStep {}

    /** Find and replace, leave out fields or subfields: as house rules do it with what a vendor sends. */
    record ChangeText(HouseRule.OfRecord rule) implements OfRecord {}

    /** The field stands in each record once; where it stands already nothing changes. */
    record AddField(DataField field) implements OfRecord {}

    /** As house rules change the call numbers that a vendor sends. */
    record ChangeCallNumber(HouseRule.OfCopy rule) implements OfCopy {}

    /** @param location code of a shelf location of the copy's site */
    record MoveShelf(String location) implements OfCopy {
        public MoveShelf {
            location = location.strip();
        }
    }

    /** @param type code of an item type */
    record ChangeType(String type) implements OfCopy {
        public ChangeType {
            type = type.strip();
        }
    }

    /** They are not ours any more; what somebody has, or waits for, stays. */
    record Withdraw() implements OfCopy {}

    /** Other records become part of this one. @param keep its number */
    record Merge(long keep) implements BatchStep {}
}
