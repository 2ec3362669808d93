package org.carrel.desk.rest;

/** Nothing: the address says which. */
public record TakenOffer() {}
