package org.carrel.circulation;

/** From when the period of a renewal counts (rule D6). */
public enum RenewFrom {
    NOW,
    DUE_DATE
}
