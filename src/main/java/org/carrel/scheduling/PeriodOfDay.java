package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;

/** A period of one day. @param period its number */
public record PeriodOfDay(LocalDate day, int period) implements Serializable {}
