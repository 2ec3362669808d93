package org.carrel.circulation;

/** Whether an interval that has begun is charged, or only one that is over. */
public enum ChargeAt {
    START,
    END
}
