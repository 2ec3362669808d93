package org.carrel.circulation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An amount as somebody typed it: {@code 2.50}, {@code 2,50}, {@code $2.50}, {@code $1,250.00}. */
public sealed interface TypedMoney extends Serializable {
    /** More than nothing. */
    record Sum(Money money) implements TypedMoney {}

    record Wrong(Problem problem) implements TypedMoney {}

    /** What is wrong with what was typed. */
    enum Problem {
        EMPTY,
        NOT_MONEY,
        /** More than two digits behind the point, or a comma that could be either. */
        FRACTION_OF_A_CENT,
        /** Nothing, or less. */
        NOTHING,
        TOO_MUCH
    }

    /** More than anything that a school lends. */
    Money MOST = Money.of("99999.99");

    static TypedMoney parse(String text) {
        var plain = Texts.AROUND.matcher(text).replaceAll("");
        if (plain.isEmpty()) return new Wrong(Problem.EMPTY);
        if (Texts.BELOW_NOTHING.matcher(plain).matches()) return new Wrong(Problem.NOTHING);
        if (Texts.GROUPED.matcher(plain).matches()) return sum(plain.replace(",", ""));
        if (Texts.PLAIN.matcher(plain).matches()) return sum(plain.replace(',', '.'));
        return new Wrong(Texts.TOO_FINE.matcher(plain).matches() ? Problem.FRACTION_OF_A_CENT : Problem.NOT_MONEY);
    }

    private static TypedMoney sum(String digits) {
        var value = new BigDecimal(digits);
        if (value.compareTo(MOST.value()) > 0) return new Wrong(Problem.TOO_MUCH);
        return value.signum() == 0 ? new Wrong(Problem.NOTHING) : new Sum(new Money(value));
    }

    /** What people write around digits, and how digits may stand. */
    final class Texts {
        private static final String BLANKS = "[\\s\\u00A0\\u202F]*";
        private static final Pattern AROUND =
                Pattern.compile("^" + BLANKS + "(?:(?:US)?\\$)?" + BLANKS + "|" + BLANKS + "\\$?" + BLANKS + "$");
        private static final Pattern PLAIN = Pattern.compile("[0-9]{1,9}(?:[.,][0-9]{0,2})?|[.,][0-9]{1,2}");
        private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]{2}");
        private static final Pattern TOO_FINE = Pattern.compile("[0-9]{0,9}[.,][0-9]{3,}");
        private static final Pattern BELOW_NOTHING = Pattern.compile("-\\$?[0-9.,]+");

        private Texts() {}
    }
}
