package org.carrel.circulation.holds;

/**
 * Why a loan cannot be renewed: others wait.
 *
 * @param waiting copies that they want and that this one would do for
 * @param spare other copies on the shelf
 */
public record HeldRenewal(int waiting, int spare) {}
