package org.carrel.patrons;

import java.io.Serializable;

/** How many people a roster moves from one grade to another: at the end of a year nearly everybody. */
public record GradeMove(String was, String becomes, int people) implements Serializable {}
