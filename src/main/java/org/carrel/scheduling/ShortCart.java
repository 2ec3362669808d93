package org.carrel.scheduling;

import java.io.Serializable;

/** A session has too few devices. @param part the cart @param devices how many there will be, fewer than it needs */
public record ShortCart(ClassSession session, ClassSession.Part part, int devices) implements Serializable {}
