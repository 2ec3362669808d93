package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.carrel.circulation.TypedMoney.Problem;
import org.carrel.circulation.TypedMoney.Sum;
import org.carrel.circulation.TypedMoney.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedMoneyTest {
    @ParameterizedTest(name = "<{0}> is {1}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            2.50|2.50
            2,50|2.50
            $2.50|2.50
            US$ 2.50|2.50
            2.50 $|2.50
             2.5 |2.50
            2|2.00
            .5|0.50
            ,05|0.05
            2.|2.00
            $1,250.00|1250.00
            99999.99|99999.99
            0.30|0.30
            """)
    void anAmountIsReadHoweverItIsTyped(String typed, String money) {
        assertThat(TypedMoney.parse(typed)).isEqualTo(new Sum(Money.of(money)));
    }

    @ParameterizedTest(name = "<{0}> is {1}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            ''        |EMPTY
            '  '      |EMPTY
            $         |EMPTY
            two       |NOT_MONEY
            2.50.1    |NOT_MONEY
            1e3       |NOT_MONEY
            2;50      |NOT_MONEY
            2 50      |NOT_MONEY
            1 250     |NOT_MONEY
            .         |NOT_MONEY
            2.505     |FRACTION_OF_A_CENT
            1,250     |FRACTION_OF_A_CENT
            0         |NOTHING
            0.00      |NOTHING
            -2.50     |NOTHING
            -$2.50    |NOTHING
            100000    |TOO_MUCH
            999999999 |TOO_MUCH
            '٢.٥٠'    |NOT_MONEY
            """)
    void whatIsNoAmountIsTold(String typed, Problem problem) {
        assertThat(TypedMoney.parse(typed)).isEqualTo(new Wrong(problem));
    }

    @Property
    boolean whatIsPrintedIsReadAgain(@ForAll @LongRange(min = 1, max = 9_999_999) long cents) {
        var money = Money.ofCents(cents);
        return TypedMoney.parse(money.toString()).equals(new Sum(money))
                && TypedMoney.parse(money.toString().replace('.', ',')).equals(new Sum(money));
    }

    @Property
    boolean anyTextIsAnswered(@ForAll String typed) {
        return TypedMoney.parse(typed) instanceof Sum sum ? !sum.money().isZero() : true;
    }

    @Test
    void threeTimesTenCentsAreThirtyCents() { // B54
        var sum = Money.sum(Collections.nCopies(3, Money.of("0.10")));
        assertThat(sum).hasToString("0.30").isEqualTo(Money.of("0.3"));
        assertThat(sum.value()).isEqualTo(new BigDecimal("0.30"));
    }

    @Test
    void moneyIsNeverBelowNothingNorFinerThanACent() {
        assertThatThrownBy(() -> Money.of("1.00").minus(Money.of("1.01"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("0.105")).isInstanceOf(ArithmeticException.class);
        assertThat(Money.of("1.00").beyond(Money.of("1.01"))).isEqualTo(Money.ZERO);
    }
}
