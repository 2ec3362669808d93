package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carrel.circulation.ChargeReason;
import org.carrel.circulation.FeeResult;
import org.carrel.circulation.Money;
import org.carrel.circulation.TypedMoney;
import org.carrel.privacy.AccountNames;

/** Money and what became of it, in the words of the staff pages. */
@RequestScoped
public class FeeWords {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}\\.[0-9]{2}");

    @Inject
    StaffWords words;

    @Inject
    AccountNames names;

    /** {@code $1,250.00}, in both languages: it is what stands on the bills. */
    String money(Money money) {
        return NumberFormat.getCurrencyInstance(Locale.US).format(money.value());
    }

    /** One reason of an amount, as a sentence. */
    String why(ChargeReason explained) {
        var details = explained.details().stream().map(this::detail).toArray();
        return words.text("chargeWhy." + explained.why(), details);
    }

    private Object detail(String text) {
        if (WHOLE.matcher(text).matches()) return Integer.valueOf(text);
        return AMOUNT.matcher(text).matches() ? money(Money.of(text)) : text;
    }

    /** Why nothing was done; empty when it was. */
    String problem(FeeResult result) {
        return switch (result) {
            case FeeResult.Done done -> "";
            case FeeResult.TooMuch much -> words.text("fees.tooMuch", money(much.most()));
            case FeeResult.Refused refused -> words.text("feeProblem." + refused.problem());
        };
    }

    String problem(TypedMoney.Problem problem) {
        return words.text("moneyProblem." + problem);
    }

    /** Who did it: a person at a desk, or a rule. */
    String who(Optional<Long> account) {
        var name = account.map(names::of).orElse("");
        return name.isEmpty() ? words.text("fees.byRule") : name;
    }
}
