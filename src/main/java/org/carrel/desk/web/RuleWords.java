package org.carrel.desk.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carrel.circulation.Ceiling;
import org.carrel.circulation.FeeLimits;
import org.carrel.circulation.LoanPeriod;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleProblem;
import org.carrel.circulation.RuleSpan;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.school.SchoolSite;

/** Loan rules and what comes of them as people read it. @param sites names by code in capitals */
record RuleWords(StaffWords words, Map<String, String> sites) {
    private static final BigDecimal CENTS = new BigDecimal("0.00");

    static RuleWords of(StaffWords words, List<SchoolSite> sites) {
        var names = new TreeMap<String, String>();
        for (var site : sites) names.put(site.code().toUpperCase(Locale.ROOT), site.name());
        return new RuleWords(words, names);
    }

    /** {@code Students · LAPTOP · Library Media Center}. */
    String key(LoanRuleKey key) {
        if (key.isDefault()) return words.text("ruleFor.default");
        var parts = new ArrayList<String>();
        key.category().map(this::category).ifPresent(parts::add);
        key.itemType().map(type -> words.text("ruleFor.type", type)).ifPresent(parts::add);
        key.site().map(this::site).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    String category(PatronCategory category) {
        return words.text("ruleFor." + category);
    }

    String site(String code) {
        return sites.getOrDefault(code.toUpperCase(Locale.ROOT), code);
    }

    /** Where a value comes from. */
    String from(Optional<LoanRuleKey> row) {
        return row.map(this::key).orElseGet(() -> words.text("ruleFor.builtIn"));
    }

    String field(RuleField field) {
        return words.text("ruleField." + field);
    }

    /** @param value empty for nothing */
    String value(RuleField field, String value) {
        if (value.isEmpty()) return blank(field);
        if (field == RuleField.IN_HOUSE_MINUTES && value.equals("0")) return words.text("ruleValue.notCounted");
        if (value.equals(RuleField.UNLIMITED) && field.kind() != RuleField.Kind.PERIOD) return unlimited(field);
        return switch (field.kind()) {
            case PERIOD -> LoanPeriod.parse(value).map(this::period).orElse(value);
            case CEILING -> Ceiling.parse(value).map(this::ceiling).orElse(value);
            case SPAN -> RuleSpan.parse(value).map(this::span).orElse(value);
            case TIME ->
                value.equals(RuleField.SAME_TIME) ? words.text("ruleValue.same") : time(LocalTime.parse(value));
            case MONEY, MONEY_OR_UNLIMITED -> money(field, new BigDecimal(value));
            case FLAG -> words.text("ruleValue." + value);
            case CHOICE -> words.text("ruleChoice." + value);
            case NUMBER, COUNT, GRADE -> value;
        };
    }

    private String blank(RuleField field) {
        return switch (field) {
            case RENEWAL_PERIOD -> words.text("ruleValue.asLoan");
            case FEE_LIMIT -> {
                var usual = FeeLimits.DEFAULT;
                yield words.text(
                        "ruleValue.usualLimits",
                        money(field, usual.library().orElseThrow().value()),
                        money(field, usual.device().orElseThrow().value()));
            }
            default -> words.text("ruleValue.nothing");
        };
    }

    private String unlimited(RuleField field) {
        return switch (field) {
            case LOST_AFTER -> words.text("ruleValue.never");
            case HOLD_SHORTENS -> words.text("ruleValue.noDifference");
            case FORGET_AFTER -> words.text("ruleValue.never");
            default -> words.text("ruleValue.unlimited");
        };
    }

    private String money(RuleField field, BigDecimal amount) {
        return field == RuleField.FINE_RATE && amount.compareTo(CENTS) == 0
                ? words.text("ruleValue.noFine")
                : "$" + amount.toPlainString();
    }

    String period(LoanPeriod period) {
        return words.text("loanPeriod." + period.unit(), period.amount(), period.schedule());
    }

    String span(RuleSpan span) {
        return words.text("ruleSpan." + span.unit(), span.amount());
    }

    private String ceiling(Ceiling ceiling) {
        return switch (ceiling) {
            case Ceiling.None none -> words.text("ceiling.NONE");
            case Ceiling.On on -> day(on.day());
            case Ceiling.EndOfTerm term -> words.text("ceiling.TERM");
            case Ceiling.OfSchedule of -> words.text("ceiling.SCHEDULE", of.name());
        };
    }

    /** What is wrong, without where. */
    String problem(RuleProblem problem) {
        return words.text("ruleProblem." + problem.kind(), problem.detail());
    }

    String day(LocalDate day) {
        var pattern = words.language() == ScreenLanguage.ES ? "EEE d MMM y" : "EEE, MMM d, y";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale())
                .format(time);
    }

    String moment(LocalDateTime local) {
        return day(local.toLocalDate()) + ", " + time(local.toLocalTime());
    }

    String moment(Instant at, ZoneId zone) {
        return moment(LocalDateTime.ofInstant(at, zone));
    }

    private Locale locale() {
        return words.language().locale();
    }
}
