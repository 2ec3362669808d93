package org.carrel.scheduling.rules;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.scheduling.PolicyProblem;

/** What a policy must be to be kept. */
public final class PolicyCheck {
    private static final Duration LONGEST = Duration.ofHours(2000);
    private static final int MOST_DAYS = 250;
    private static final int MOST_A_DAY = 20;
    private static final int MOST_A_WEEK = 100;
    private static final int MOST_A_TERM = 1000;

    private PolicyCheck() {}

    /** @param others of the same site, the one that is meant among them or not */
    public static Set<PolicyProblem> problems(NamedPolicy named, Collection<NamedPolicy> others) {
        var problems = EnumSet.noneOf(PolicyProblem.class);
        var policy = named.policy();
        if (named.name().isBlank() || named.name().length() > NamedPolicy.LONGEST_NAME)
            problems.add(PolicyProblem.NO_NAME);
        if (others.stream()
                .anyMatch(other -> other.id() != named.id() && other.name().equalsIgnoreCase(named.name())))
            problems.add(PolicyProblem.NAME_TAKEN);
        if (policy.roles().isEmpty()) problems.add(PolicyProblem.NO_ROLES);
        if (isOutside(policy.latest())) problems.add(PolicyProblem.LATEST);
        if (isOutside(policy.cancel())) problems.add(PolicyProblem.CANCEL);
        if (isOutside(policy.daysAhead(), 0, MOST_DAYS)) problems.add(PolicyProblem.DAYS_AHEAD);
        if (isOutside(policy.perDay(), 1, MOST_A_DAY)) problems.add(PolicyProblem.PER_DAY);
        if (isOutside(policy.perWeek(), 1, MOST_A_WEEK)) problems.add(PolicyProblem.PER_WEEK);
        if (isOutside(policy.perTerm(), 1, MOST_A_TERM)) problems.add(PolicyProblem.PER_TERM);
        if (isOutside(policy.daysInARow(), 1, MOST_A_WEEK)) problems.add(PolicyProblem.IN_A_ROW);
        return problems;
    }

    private static boolean isOutside(Duration time) {
        return time.isNegative() || time.compareTo(LONGEST) > 0;
    }

    private static boolean isOutside(OptionalInt number, int least, int most) {
        return number.isPresent() && (number.getAsInt() < least || number.getAsInt() > most);
    }
}
