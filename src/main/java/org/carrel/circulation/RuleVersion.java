package org.carrel.circulation;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The loan rules as somebody saved them once.
 *
 * @param version from 1; the highest holds
 * @param by account; empty for what the program started with
 * @param act what was done, as {@link RuleAct#word} names it
 * @param detail to what: the rule in the school's codes, the version that was restored
 */
public record RuleVersion(int version, Instant at, OptionalLong by, String act, String detail) {}
