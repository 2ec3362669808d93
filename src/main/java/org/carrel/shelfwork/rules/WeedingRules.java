package org.carrel.shelfwork.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemCondition;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.WeedingCopy;
import org.carrel.shelfwork.WeedingProblem;
import org.carrel.shelfwork.WeedingRow;
import org.carrel.shelfwork.WeedingRule;
import org.carrel.shelfwork.WithdrawRefusal;

/** Which copies somebody should look at, as the CREW method goes: by class, age, use and condition. */
public final class WeedingRules {
    /** So old a rule may ask for at most. */
    private static final int MOST_YEARS = 200;

    private static final int MOST_COPIES = 999;

    private WeedingRules() {}

    /** The copies that an active rule names and nobody has decided to keep, in the order in which they come. */
    public static List<WeedingRow> list(List<WeedingCopy> copies, List<WeedingRule> rules, LocalDate today) {
        return copies.stream()
                .filter(copy -> !isKept(copy, today))
                .map(copy -> new WeedingRow(copy, naming(copy, rules, today)))
                .filter(row -> !row.rules().isEmpty())
                .toList();
    }

    /** Whether somebody has decided that it stays for now. */
    public static boolean isKept(WeedingCopy copy, LocalDate today) {
        return copy.keptUntil().isPresent() && copy.keptUntil().getAsInt() >= today.getYear();
    }

    private static List<WeedingRule> naming(WeedingCopy copy, List<WeedingRule> rules, LocalDate today) {
        return rules.stream()
                .filter(rule -> rule.active() && names(rule, copy, today))
                .toList();
    }

    /** Whether everything that the rule states is true of the copy. */
    public static boolean names(WeedingRule rule, WeedingCopy copy, LocalDate today) {
        return isOfClass(rule, copy.classNumber())
                && isOlder(rule, copy, today)
                && isUnused(rule, copy, today)
                && isWorse(rule, copy.copy().condition())
                && (rule.copies().isEmpty() || copy.copiesHere() > rule.copies().getAsInt());
    }

    /** Sections have letters and are one by one; Dewey numbers go from the first to all that begins like the last. */
    static boolean isOfClass(WeedingRule rule, String number) {
        if (rule.from().isEmpty()) return true;
        if (number.isEmpty() || isDewey(number) != isDewey(rule.from())) return false;
        if (!isDewey(number)) return number.equals(rule.from());
        return number.compareTo(rule.from()) >= 0 && (number.compareTo(rule.to()) <= 0 || number.startsWith(rule.to()));
    }

    private static boolean isDewey(String number) {
        return Character.isDigit(number.charAt(0));
    }

    private static boolean isOlder(WeedingRule rule, WeedingCopy copy, LocalDate today) {
        if (rule.years().isEmpty()) return true;
        return copy.year().isPresent()
                && today.getYear() - copy.year().getAsInt() > rule.years().getAsInt();
    }

    /** Whether it is older than some rule of its class allows, whatever else that rule states. */
    public static boolean isTooOld(WeedingCopy copy, List<WeedingRule> rules, LocalDate today) {
        return rules.stream()
                .anyMatch(rule -> rule.active()
                        && rule.years().isPresent()
                        && isOfClass(rule, copy.classNumber())
                        && isOlder(rule, copy, today));
    }

    private static boolean isUnused(WeedingRule rule, WeedingCopy copy, LocalDate today) {
        if (rule.unusedYears().isEmpty()) return true;
        var since = copy.lastUse().orElse(copy.came());
        return since.isBefore(today.minusYears(rule.unusedYears().getAsInt()));
    }

    private static boolean isWorse(WeedingRule rule, ItemCondition condition) {
        if (rule.worst().isEmpty()) return true;
        if (condition == ItemCondition.DAMAGED || condition == ItemCondition.IN_REPAIR) return true;
        return condition == ItemCondition.WORN && rule.worst().get() == ItemCondition.WORN;
    }

    /** What is wrong with a rule; empty when nothing is. */
    public static Optional<WeedingProblem> problem(WeedingRule rule) {
        if (rule.name().isEmpty()) return Optional.of(WeedingProblem.NO_NAME);
        if (!isRange(rule.from(), rule.to())) return Optional.of(WeedingProblem.NO_CLASS);
        var years = rule.years();
        var unused = rule.unusedYears();
        var copies = rule.copies();
        if (years.isPresent() && (years.getAsInt() < 0 || years.getAsInt() > MOST_YEARS)
                || unused.isPresent() && (unused.getAsInt() < 1 || unused.getAsInt() > MOST_YEARS)
                || copies.isPresent() && (copies.getAsInt() < 1 || copies.getAsInt() > MOST_COPIES))
            return Optional.of(WeedingProblem.NO_NUMBER);
        var states = years.isPresent()
                || unused.isPresent()
                || copies.isPresent()
                || rule.worst().isPresent();
        return states ? Optional.empty() : Optional.of(WeedingProblem.NOTHING_STATED);
    }

    private static boolean isRange(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) return from.isEmpty() && to.isEmpty();
        if (!isDewey(from)) return from.matches("[A-Z]{1,5}") && from.equals(to);
        var dewey = "[0-9]{3}(\\.[0-9]{1,10})?";
        return from.matches(dewey) && to.matches(dewey) && (from.compareTo(to) <= 0 || from.startsWith(to));
    }

    /**
     * What counts when a copy is to be withdrawn.
     *
     * @param waiting how many wait for the title
     * @param left copies of the title that would stay ours anywhere
     * @param planned how many copies of the title classes of the site are to have
     * @param leftHere copies that would stay at the site
     */
    public record Standing(int waiting, int left, int planned, int leftHere) {}

    /** Why it cannot be withdrawn; empty when it can. */
    public static Optional<WithdrawRefusal> refusal(ShelfCopy copy, Standing standing) {
        if (copy.withdrawn()) return Optional.of(WithdrawRefusal.NOT_OURS);
        return switch (copy.where()) {
            case ON_LOAN -> Optional.of(WithdrawRefusal.ON_LOAN);
            case HOLD_SHELF, IN_TRANSIT -> Optional.of(WithdrawRefusal.SET_ASIDE);
            case PULLED -> Optional.of(WithdrawRefusal.FOR_CLASS);
            case SHELF -> {
                if (standing.waiting() > 0 && standing.left() == 0) yield Optional.of(WithdrawRefusal.WANTED);
                yield standing.planned() > standing.leftHere()
                        ? Optional.of(WithdrawRefusal.FOR_CLASS)
                        : Optional.empty();
            }
        };
    }
}
