package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.circulation.Ceiling;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSpan;

/**
 * A value of a loan rule as a form has it: a choice, and what is typed beside it.
 *
 * @param choice empty for blank
 */
record RuleParts(String choice, String text) {
    static final RuleParts BLANK = new RuleParts("", "");
    /** Of a choice that says nothing: pages leave out an empty value, and browsers then send the words. */
    static final String NOTHING = "-";

    private static final String SCHEDULE = "SCHEDULE:";
    private static final String DATE = "DATE";
    private static final String TERM = "TERM";
    private static final String NONE = "NONE";
    private static final String AT = "AT";
    private static final String SAME = "SAME";

    /** What was chosen; empty for nothing. */
    static String chosen(String sent) {
        return sent.equals(NOTHING) ? "" : sent.strip();
    }

    /** Whether a field of this kind has something typed beside its choice. */
    static boolean isBoth(RuleField field) {
        return switch (field.kind()) {
            case PERIOD, CEILING, SPAN, TIME -> true;
            default -> false;
        };
    }

    /** Whether it is only typed. */
    static boolean isTyped(RuleField field) {
        return !isBoth(field) && choices(field, List.of()).isEmpty();
    }

    /** Without blank. */
    static List<String> choices(RuleField field, List<LoanSchedule> schedules) {
        var all = new ArrayList<String>();
        switch (field.kind()) {
            case PERIOD -> all.addAll(FormTexts.names(LoanPeriod.Unit.values()));
            case CEILING -> all.addAll(List.of(NONE, DATE, TERM));
            case SPAN -> all.addAll(FormTexts.names(RuleSpan.Unit.values()));
            case TIME -> all.addAll(List.of(AT, SAME));
            case FLAG -> all.addAll(List.of(RuleField.YES, RuleField.NO));
            case CHOICE, GRADE -> all.addAll(field.choices());
            case NUMBER, COUNT, MONEY, MONEY_OR_UNLIMITED -> {}
        }
        if (field.kind() == RuleField.Kind.PERIOD) all.remove(LoanPeriod.Unit.SCHEDULE.name());
        if (field.kind() == RuleField.Kind.PERIOD || field.kind() == RuleField.Kind.CEILING)
            schedules.forEach(schedule -> all.add(SCHEDULE + schedule.name()));
        return all;
    }

    static Optional<String> scheduleOf(String choice) {
        return choice.startsWith(SCHEDULE) ? Optional.of(choice.substring(SCHEDULE.length())) : Optional.empty();
    }

    /** @param value as a rule keeps it; empty for blank */
    static RuleParts of(RuleField field, String value) {
        if (value.isEmpty()) return BLANK;
        return switch (field.kind()) {
            case PERIOD -> LoanPeriod.parse(value).map(RuleParts::of).orElse(BLANK);
            case CEILING -> Ceiling.parse(value).map(RuleParts::of).orElse(BLANK);
            case SPAN ->
                RuleSpan.parse(value)
                        .map(span -> new RuleParts(span.unit().name(), String.valueOf(span.amount())))
                        .orElse(BLANK);
            case TIME -> value.equals(RuleField.SAME_TIME) ? new RuleParts(SAME, "") : new RuleParts(AT, value);
            case FLAG, CHOICE, GRADE -> new RuleParts(value, "");
            case NUMBER, COUNT, MONEY, MONEY_OR_UNLIMITED -> new RuleParts("", value);
        };
    }

    private static RuleParts of(LoanPeriod period) {
        return switch (period.unit()) {
            case MINUTES, HOURS, DAYS, OPEN_DAYS, END_OF_PERIOD ->
                new RuleParts(period.unit().name(), String.valueOf(period.amount()));
            case SCHEDULE -> new RuleParts(SCHEDULE + period.schedule(), "");
            case CLOSING, END_OF_TERM, UNLIMITED -> new RuleParts(period.unit().name(), "");
        };
    }

    private static RuleParts of(Ceiling ceiling) {
        return switch (ceiling) {
            case Ceiling.None none -> new RuleParts(NONE, "");
            case Ceiling.On on -> new RuleParts(DATE, on.text());
            case Ceiling.EndOfTerm term -> new RuleParts(TERM, "");
            case Ceiling.OfSchedule of -> new RuleParts(SCHEDULE + of.name(), "");
        };
    }

    /** As a rule keeps it, if it can be that; what cannot is said to be wrong by whoever reads it. */
    String value(RuleField field) {
        return switch (field.kind()) {
            case PERIOD -> period();
            case CEILING -> ceiling();
            case SPAN -> span();
            case TIME -> choice.equals(SAME) ? RuleField.SAME_TIME : text.isEmpty() ? choice : text;
            case FLAG, CHOICE, GRADE -> choice;
            case NUMBER, COUNT, MONEY, MONEY_OR_UNLIMITED -> typed();
        };
    }

    private String span() {
        if (choice.isEmpty()) return text;
        return (text.isEmpty() ? "–" : text) + " " + choice.toLowerCase(Locale.ROOT);
    }

    private String typed() {
        return text.matches("(?iu)sin l[ií]mite|ilimitad[oa]s?|no limit") ? RuleField.UNLIMITED : text;
    }

    private String period() {
        if (scheduleOf(choice).isPresent())
            return "schedule " + scheduleOf(choice).get();
        var unit = List.of(LoanPeriod.Unit.values()).stream()
                .filter(one -> one.name().equals(choice))
                .findFirst();
        if (unit.isEmpty()) return text;
        return switch (unit.get()) {
            case CLOSING, END_OF_TERM, UNLIMITED, SCHEDULE ->
                LoanPeriod.of(0, unit.get()).text();
            case MINUTES, HOURS, DAYS, OPEN_DAYS, END_OF_PERIOD ->
                text.matches("\\d{1,5}")
                        ? LoanPeriod.of(Integer.parseInt(text), unit.get()).text()
                        : text.isEmpty() ? "–" : text;
        };
    }

    private String ceiling() {
        if (scheduleOf(choice).isPresent())
            return "schedule " + scheduleOf(choice).get();
        return switch (choice) {
            case NONE -> "none";
            case TERM -> "term";
            default -> text.isEmpty() && choice.equals(DATE) ? "–" : text;
        };
    }
}
