package org.carrel.circulation;

import java.time.YearMonth;
import java.util.OptionalInt;

/**
 * How many loans there were, without anybody in it.
 *
 * @param month in which they were lent, at the site
 * @param material name of the item type; empty for copies without one
 * @param loans empty where they are so few that they could be somebody's (rule PR-2)
 */
public record LoanCount(YearMonth month, GradeBand band, String material, OptionalInt loans) {}
