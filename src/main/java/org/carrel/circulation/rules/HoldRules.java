package org.carrel.circulation.rules;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.RuleField;

/** Who may place a hold (rules H7 and H8). */
public final class HoldRules {
    /** Nobody reads more; somebody who presses buttons does. */
    public static final int MOST_A_DAY = 30;

    /** More copies of one title no class has. */
    public static final int MOST_COPIES = 99;

    private HoldRules() {}

    /**
     * What is known of who wants something.
     *
     * @param active may borrow at all
     * @param blocked by hand, or the last day of borrowing is over
     * @param open holds that are open
     * @param today holds placed today
     * @param hasHold waits for this title already
     * @param hasLoan has a copy of this title now
     */
    public record Wisher(boolean active, boolean blocked, int open, int today, boolean hasHold, boolean hasLoan) {}

    /**
     * What is wanted.
     *
     * @param copies of the title that could be lent some day, at any site
     * @param rightCopy the copy that is wanted is one of them; true where any will do
     */
    public record Wanted(int copies, boolean rightCopy, boolean oneCopy, int quantity) {}

    /** Everything that stands against it, so that all can be said at once. */
    public static Set<HoldProblem> problems(Wisher wisher, Wanted wanted, ResolvedRule rule) {
        var problems = EnumSet.noneOf(HoldProblem.class);
        if (!wisher.active()) problems.add(HoldProblem.NOT_ACTIVE);
        if (wanted.copies() == 0) problems.add(HoldProblem.NO_COPY);
        if (!wanted.rightCopy()) problems.add(HoldProblem.NO_SUCH_COPY);
        if (wanted.quantity() < 1 || wanted.quantity() > (wanted.oneCopy() ? 1 : MOST_COPIES)) {
            problems.add(HoldProblem.BAD_QUANTITY);
        }
        if (wisher.hasHold()) problems.add(HoldProblem.ALREADY_HELD);
        if (wisher.hasLoan()) problems.add(HoldProblem.ALREADY_ON_LOAN);
        if (wisher.blocked()) problems.add(HoldProblem.BLOCKED);
        if (!rule.is(RuleField.HOLDS_ALLOWED)) problems.add(HoldProblem.NOT_ALLOWED);
        if (isFull(rule.most(RuleField.HOLD_LIMIT), wisher.open())) problems.add(HoldProblem.TOO_MANY);
        if (wisher.today() >= MOST_A_DAY) problems.add(HoldProblem.TOO_MANY_TODAY);
        return problems;
    }

    /** What is left when some are lifted. */
    public static Set<HoldProblem> without(Set<HoldProblem> problems, Set<HoldProblem> lifted) {
        var left = EnumSet.noneOf(HoldProblem.class);
        left.addAll(problems);
        left.removeIf(problem -> problem.isOverridable() && lifted.contains(problem));
        return left;
    }

    private static boolean isFull(OptionalInt most, int now) {
        return most.isPresent() && now >= most.getAsInt();
    }
}
