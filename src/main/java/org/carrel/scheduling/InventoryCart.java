package org.carrel.scheduling;

/** A cart as the inventory has it. @param device its number @param name as people call it */
public record InventoryCart(long device, String name) {}
