package org.carrel.circulation;

/** Why a charge is as high as it is; the sentence gets the details of {@link ChargeReason}. */
public enum ChargeWhy {
    /** Days or hours late as counted, and the amount for each. */
    LATE_DAYS,
    LATE_HOURS,
    /** So many intervals of another length, and the amount for each. */
    LATE_TIMES,
    /** Days on which the library was closed are not counted. */
    CLOSED_LEFT_OUT,
    /** So many days were free. */
    GRACE,
    /** Not more than this by rule. */
    CAPPED,
    /** Not more than the price. */
    CAPPED_AT_PRICE,
    /** What this copy cost. */
    ITEM_PRICE,
    /** What such a thing costs, as the price of this one is not known. */
    TYPE_PRICE,
    /** The work of replacing it. */
    PROCESSING,
    /** So many days overdue, after which the rule takes it for lost. */
    AGED,
    /** Found again: the lateness counts after all. */
    FOUND_LATE,
    // of repairs
    /** What mending it has cost. */
    REPAIR_COST,
    /** So many percent of that are the family's. */
    COST_PERCENT,
    /** The insurance pays all of it, so early in the year. */
    CLAIM_IS_FREE,
    /** The insurance pays for so many claims a year, and there were as many. */
    CLAIMS_USED_UP,
    WARRANTY_PAYS,
    WORN_OUT,
    /** Somebody at the desk has decided it. */
    DECIDED
}
