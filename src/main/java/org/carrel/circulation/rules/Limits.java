package org.carrel.circulation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carrel.circulation.CountedLoan;
import org.carrel.circulation.LimitHit;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;
import org.carrel.patrons.PatronCategory;

/**
 * How many loans a patron may have (rule L3): those that the same rule limits, all of them, and those of a group. One more is
 * allowed while there are fewer than the limit, so that 0 means none.
 */
public final class Limits {
    private Limits() {}

    /**
     * For whom and what one more loan would be.
     *
     * @param site code of the site that lends; its rules count all loans of the patron, wherever they were made
     */
    public record Wish(LoanRuleTable table, String site, PatronCategory category, String itemType) {
        ResolvedRule rule() {
            return rule(itemType);
        }

        ResolvedRule rule(String type) {
            return table.resolve(site, category, type);
        }
    }

    /** All that it would go over; none when it may be lent. */
    public static List<LimitHit> check(Wish wish, List<CountedLoan> loans) {
        var rule = wish.rule();
        var counted = loans.stream()
                .filter(loan -> !loan.onSite() || wish.rule(loan.itemType()).is(RuleField.ON_SITE_COUNTS))
                .toList();
        var hits = new ArrayList<LimitHit>();
        hit(LimitHit.Kind.RULE, RuleField.LOAN_LIMIT, rule, count(counted, sameRule(wish, rule)))
                .ifPresent(hits::add);
        hit(LimitHit.Kind.TOTAL, RuleField.TOTAL_LIMIT, rule, counted.size()).ifPresent(hits::add);
        for (var group : wish.table().groups()) {
            if (!group.isFor(wish.site(), wish.category()) || !group.has(wish.itemType())) continue;
            var has = count(counted, loan -> group.has(loan.itemType()));
            if (has >= group.most())
                hits.add(new LimitHit(LimitHit.Kind.GROUP, group.most(), has, group.name(), Optional.empty()));
        }
        return hits;
    }

    /** Loans of types for which the same row says how many. */
    private static Predicate<CountedLoan> sameRule(Wish wish, ResolvedRule rule) {
        return loan -> wish.rule(loan.itemType()).row(RuleField.LOAN_LIMIT).equals(rule.row(RuleField.LOAN_LIMIT));
    }

    private static Optional<LimitHit> hit(LimitHit.Kind kind, RuleField field, ResolvedRule rule, int has) {
        var most = rule.most(field);
        return most.isPresent() && has >= most.getAsInt()
                ? Optional.of(new LimitHit(kind, most.getAsInt(), has, "", rule.row(field)))
                : Optional.empty();
    }

    private static int count(List<CountedLoan> loans, Predicate<CountedLoan> which) {
        return (int) loans.stream().filter(which).count();
    }

    /** Whether one more hold may be placed. */
    public static boolean mayHold(ResolvedRule rule, int openHolds) {
        var most = rule.most(RuleField.HOLD_LIMIT);
        return rule.is(RuleField.HOLDS_ALLOWED) && (most.isEmpty() || openHolds < most.getAsInt());
    }

    /** Whether a student of this grade may borrow it; everybody else may, and who has no grade. */
    public static boolean mayBorrow(ResolvedRule rule, PatronCategory category, String grade) {
        return category != PatronCategory.STUDENT
                || rule.value(RuleField.LOWEST_GRADE)
                        .filter(lowest -> !GradeOrder.reaches(grade, lowest))
                        .isEmpty();
    }
}
