package org.carrel.devices.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.AssignmentProblem;
import org.carrel.devices.AssignmentProblem.Kind;
import org.carrel.devices.DeviceCategory;

/** May this person have this device for the year? What a desk has against lending it counts here too (V1, V2). */
public final class AssignmentRules {
    /** Limits are of loans, and a day on which it is due there is none. */
    private static final Set<LoanBlock> OF_LOANS = EnumSet.of(
            LoanBlock.TOO_MANY_LOANS,
            LoanBlock.TOO_MANY_OF_KIND,
            LoanBlock.TOO_YOUNG,
            LoanBlock.OWES_TOO_MUCH,
            LoanBlock.NO_DUE_DATE,
            LoanBlock.DEVICE_IS_THEIRS,
            LoanBlock.ON_LOAN_TO_OTHER);

    private AssignmentRules() {}

    /** A device that the person has for the year. @param name how people call it @param atRepair whether a ticket of it is open */
    public record Has(long device, String name, DeviceCategory category, boolean atRepair) {}

    /**
     * Everything that speaks for or against it.
     *
     * @param onLoan whether it is on loan, to whomever
     * @param found what the desk has against lending it to them
     * @param has what they have for the year, the device itself left out
     * @param until the last day; empty for none
     */
    public record Facts(
            DeviceCategory category,
            boolean onLoan,
            List<Blocked> found,
            List<Has> has,
            Optional<LocalDate> until,
            LocalDate today) {
        public Facts {
            found = List.copyOf(found);
            has = List.copyOf(has);
        }
    }

    /**
     * All reasons at once; none is left when it may be.
     *
     * @param exchange what they have of its kind goes back for it
     * @param mayOverride the role has overrides
     */
    public static List<AssignmentProblem> against(Facts facts, boolean exchange, Lifted lifted, boolean mayOverride) {
        var problems = new ArrayList<AssignmentProblem>();
        if (facts.until().filter(facts.today()::isAfter).isPresent())
            problems.add(AssignmentProblem.of(Kind.UNTIL_IS_PAST));
        if (facts.onLoan()) problems.add(AssignmentProblem.of(Kind.ON_LOAN));
        for (var has : ofKind(facts)) {
            if (has.atRepair()) problems.add(AssignmentProblem.of(Kind.LOANER_ONLY, has.name()));
            else if (!exchange) problems.add(AssignmentProblem.of(Kind.HAS_ANOTHER, has.name()));
        }
        problems.addAll(left(facts.found(), lifted, mayOverride));
        return problems;
    }

    /** What they have of the kind of the device: it goes back when the new one is for it. */
    public static List<Has> ofKind(Facts facts) {
        return facts.has().stream()
                .filter(one -> one.category() == facts.category())
                .toList();
    }

    private static List<AssignmentProblem> left(List<Blocked> found, Lifted lifted, boolean mayOverride) {
        var counts = found.stream()
                .filter(one -> !OF_LOANS.contains(one.block()))
                .sorted((one, other) -> one.block().compareTo(other.block()))
                .toList();
        var kinds = counts.stream()
                .map(Blocked::block)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LoanBlock.class)));
        return lifted.leaves(kinds, mayOverride).isEmpty()
                ? List.of()
                : counts.stream().map(AssignmentProblem::of).toList();
    }
}
