package org.carrel.circulation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** An amount of dollars and cents, never below nothing and never a fraction of a cent (rule F1). */
public record Money(BigDecimal value) implements Comparable<Money>, Serializable {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    private static final int CENTS = 2;

    /** Throws {@link IllegalArgumentException} for less than nothing, {@link ArithmeticException} for a fraction of a cent. */
    public Money {
        value = value.setScale(CENTS, RoundingMode.UNNECESSARY);
        if (value.signum() < 0) throw new IllegalArgumentException("Less than nothing: " + value);
    }

    /** @param text such as {@code 2.50}, of our own */
    public static Money of(String text) {
        return new Money(new BigDecimal(text));
    }

    public static Money ofCents(long cents) {
        return new Money(BigDecimal.valueOf(cents, CENTS));
    }

    public static Money sum(Collection<Money> all) {
        return all.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(value.add(other.value));
    }

    /** Throws {@link IllegalArgumentException} when the other is more. */
    public Money minus(Money other) {
        return new Money(value.subtract(other.value));
    }

    /** Nothing when the other is more. */
    public Money beyond(Money other) {
        return isMoreThan(other) ? minus(other) : ZERO;
    }

    public Money atMost(Money other) {
        return isMoreThan(other) ? other : this;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return value.compareTo(other.value);
    }

    /** {@code 2.50}: for files and machines; people get it from the words of their page. */
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
