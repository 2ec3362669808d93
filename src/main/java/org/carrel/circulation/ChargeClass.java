package org.carrel.circulation;

/** Which kind of things a charge is about: what is owed for one does not stop the other (rule F8). */
public enum ChargeClass {
    LIBRARY,
    DEVICE
}
