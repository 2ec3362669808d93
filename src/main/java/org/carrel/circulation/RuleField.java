package org.carrel.circulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.circulation.rules.GradeOrder;
import org.carrel.circulation.rules.RuleValues;

/**
 * What a loan rule can say. A rule that leaves a field blank leaves it to the next rule; what no rule says is as it is built in.
 * Blank, 0 and unlimited are three things.
 */
public enum RuleField {
    PERIOD(Part.LOAN, Kind.PERIOD, "14 days"),
    CLOSED_DAYS(Part.LOAN, ClosedDays.class, "NEXT_OPEN"),
    AFTER_HOURS(Part.LOAN, AfterHours.class, "END_OF_HOURS"),
    /** Minutes after the doors open. */
    OPENING_OFFSET(Part.LOAN, Kind.NUMBER, "0"),
    /** The time of the day at which loans by days are due, or {@code same} for the time of the check-out. */
    DUE_TIME(Part.LOAN, Kind.TIME, "23:59"),
    CEILING(Part.LOAN, Kind.CEILING, "none"),
    CEILING_MODE(Part.LOAN, CeilingMode.class, "BEFORE"),
    /** Not later than the last day on which the patron may borrow. */
    EXPIRY_CAP(Part.LOAN, Kind.FLAG, "no"),

    RENEWALS(Part.RENEWAL, Kind.COUNT, "0"),
    /** Blank for as long as a loan; {@code 0 days} for today. */
    RENEWAL_PERIOD(Part.RENEWAL, Kind.PERIOD, ""),
    RENEW_FROM(Part.RENEWAL, RenewFrom.class, "NOW"),
    WHEN_HELD(Part.RENEWAL, WhenHeld.class, "IF_NEEDED"),

    /** Loans of all types for which the same rule says how many. */
    LOAN_LIMIT(Part.LIMIT, Kind.COUNT, "unlimited"),
    /** Loans of all types; only rules for any item type say it. */
    TOTAL_LIMIT(Part.LIMIT, Kind.COUNT, "unlimited"),
    /** Whether what is used inside of the building counts among the loans. */
    ON_SITE_COUNTS(Part.LIMIT, Kind.FLAG, "no"),
    /** The lowest grade of students who may borrow it. */
    LOWEST_GRADE(Part.LIMIT, Kind.GRADE, ""),
    /** So much owed for things of the same kind, or more, stops lending; blank for what is usual for that kind (rule F8). */
    FEE_LIMIT(Part.LIMIT, Kind.MONEY_OR_UNLIMITED, ""),
    /** Lent whatever is owed: what a class requires is not held back for money. */
    REQUIRED(Part.LIMIT, Kind.FLAG, "no"),
    /** Minutes in which a use in the building counts once; 0: it is not counted (rule C1). */
    IN_HOUSE_MINUTES(Part.LIMIT, Kind.NUMBER, "0"),

    HOLDS_ALLOWED(Part.HOLD, Kind.FLAG, "yes"),
    HOLD_LIMIT(Part.HOLD, Kind.COUNT, "unlimited"),
    /** Open days on the hold shelf. */
    SHELF_DAYS(Part.HOLD, Kind.COUNT, "5"),
    /** So many days at most while somebody else waits for the title. */
    HOLD_SHORTENS(Part.HOLD, Kind.COUNT, "unlimited"),

    FINE_RATE(Part.FINE, Kind.MONEY, "0.00"),
    FINE_INTERVAL(Part.FINE, Kind.SPAN, ""),
    CHARGE_AT(Part.FINE, ChargeAt.class, "START"),
    GRACE(Part.FINE, Kind.SPAN, "0 days"),
    GRACE_MODE(Part.FINE, GraceMode.class, "FROM_DUE"),
    /** Whether time counts in which the doors are closed. */
    FINE_CLOSED(Part.FINE, Kind.FLAG, "no"),
    FINE_CAP(Part.FINE, Kind.MONEY_OR_UNLIMITED, "unlimited"),
    /** Never more than the price of the copy. */
    CAP_AT_PRICE(Part.FINE, Kind.FLAG, "yes"),
    /** Whether a renewal takes away the fine until then (rule F7). */
    RENEWAL_FORGIVES(Part.FINE, Kind.FLAG, "no"),

    /** Days overdue after which a loan counts as lost. */
    LOST_AFTER(Part.LOST, Kind.COUNT, "unlimited"),
    PROCESSING(Part.LOST, Kind.MONEY, "0.00"),
    /** For copies whose own price nobody knows; blank for none. */
    DEFAULT_PRICE(Part.LOST, Kind.MONEY, ""),
    /** What is owed for one kind does not stop the other; only rules for an item type or for all say it. */
    CHARGE_CLASS(Part.LOST, ChargeClass.class, "LIBRARY"),

    /** Days after the check-in until nobody can say any more who had it. */
    FORGET_AFTER(Part.PRIVACY, Kind.COUNT, "0");

    /** What belongs together on a page. */
    public enum Part {
        LOAN,
        RENEWAL,
        LIMIT,
        HOLD,
        FINE,
        LOST,
        PRIVACY
    }

    /** What a value must look like. */
    public enum Kind {
        PERIOD,
        CEILING,
        SPAN,
        TIME,
        /** From 0. */
        NUMBER,
        /** From 0, or unlimited. */
        COUNT,
        MONEY,
        MONEY_OR_UNLIMITED,
        FLAG,
        GRADE,
        CHOICE
    }

    public static final String UNLIMITED = "unlimited";
    public static final String YES = "yes";
    public static final String NO = "no";
    /** A due time: the time of the check-out. */
    public static final String SAME_TIME = "same";

    private final Part part;
    private final Kind kind;
    private final List<String> choices;
    private final String builtIn;

    RuleField(Part part, Kind kind, String builtIn) {
        this.part = part;
        this.kind = kind;
        this.choices = kind == Kind.GRADE ? GradeOrder.codes() : List.of();
        this.builtIn = builtIn;
    }

    RuleField(Part part, Class<? extends Enum<?>> choices, String builtIn) {
        this.part = part;
        this.kind = Kind.CHOICE;
        this.choices = Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        this.builtIn = builtIn;
    }

    public Part part() {
        return part;
    }

    public Kind kind() {
        return kind;
    }

    /** Names of an enum, or grades from low to high; none for other kinds. */
    public List<String> choices() {
        return choices;
    }

    /** What holds while no rule says anything; empty for nothing. */
    public String builtIn() {
        return builtIn;
    }

    /** As files and stored rules name it: {@code closed_days}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleField> ofCode(String code) {
        var name = code.strip().replace(' ', '_');
        return Arrays.stream(values())
                .filter(field -> field.code().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The value as it is kept; empty for what the field cannot be. */
    public Optional<String> read(String typed) {
        return RuleValues.read(this, typed);
    }
}
