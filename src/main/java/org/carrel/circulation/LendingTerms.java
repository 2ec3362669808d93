package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.carrel.circulation.RenewalAnswer.Reason;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.rules.DueDates;
import org.carrel.circulation.rules.FeeBlocks;
import org.carrel.circulation.rules.Fines;
import org.carrel.circulation.rules.Limits;
import org.carrel.circulation.rules.Renewals;
import org.carrel.circulation.store.RuleJson;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retention;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteCalendar;

/** What the loan rules and the calendar of a site say about lending and renewing, in the desk's terms. */
@Door
public class LendingTerms {
    private final Supplier<LoanRuleTable> rules;
    private final SchoolCalendar calendars;
    private final Retention retention;
    private final SiteBells bells;
    private volatile Known known = new Known(LoanRuleTable.EMPTY, new ConcurrentHashMap<>());

    @Inject
    public LendingTerms(
            LoanRules rules, SchoolCalendar calendars, Retention retention, @Any Instance<SiteBells> bells) {
        this(rules::table, calendars, retention, bells.stream().findFirst().orElse(site -> BellTimes.UNKNOWN));
    }

    LendingTerms(Supplier<LoanRuleTable> rules, SchoolCalendar calendars, Retention retention, SiteBells bells) {
        this.rules = rules;
        this.calendars = calendars;
        this.retention = retention;
        this.bells = bells;
    }

    /** When periods end at this site. */
    public BellTimes bells(String site) {
        return bells.of(site);
    }

    /**
     * Until when.
     *
     * @param at empty for no due date, and when it is refused
     * @param refused why there is no date, or nothing is renewed
     * @param steps how it came about
     */
    record Due(Optional<Instant> at, Optional<LocalDate> on, List<Blocked> refused, List<DueStep> steps) {
        static Due refused(List<Blocked> why, List<DueStep> steps) {
            return new Due(Optional.empty(), Optional.empty(), why, steps);
        }

        /** The calendar was of no help: somebody has to look at it (rule D5). */
        boolean noOpenDay() {
            return steps.stream().anyMatch(step -> step.kind() == DueStep.Kind.NO_OPEN_DAY);
        }
    }

    /** What holds for one person and one kind of copy at a site. */
    Terms of(String site, Patron patron, String itemType) {
        var facts = patron.facts();
        var key = new Key(site, facts.category(), itemType);
        var table = rules.get();
        return new Terms(
                table, calendars.of(site), bells.of(site), key, facts.get(PatronField.GRADE), resolved(table, key));
    }

    /** What the rules are asked for. */
    private record Key(String site, PatronCategory category, String itemType) {}

    /** What they say, with the zone for which it was written down. */
    private record Resolved(ResolvedRule rule, ZoneId zone, String snapshot) {}

    /** The same is asked for with nearly every scan: it is worked out once for each table. */
    private record Known(LoanRuleTable table, Map<Key, Resolved> answers) {}

    private Resolved resolved(LoanRuleTable table, Key key) {
        var now = known;
        if (now.table() != table) {
            now = new Known(table, new ConcurrentHashMap<>());
            known = now;
        }
        var zone = calendars.of(key.site()).zone();
        var found = now.answers().get(key);
        if (found != null && found.zone().equals(zone)) return found;
        var rule = table.resolve(key.site(), key.category(), key.itemType());
        var snapshot = new RuleSnapshot(key.site(), zone, key.category(), key.itemType(), rule);
        var made = new Resolved(rule, zone, RuleJson.write(snapshot));
        now.answers().put(key, made);
        return made;
    }

    record Terms(
            LoanRuleTable table, SiteCalendar calendar, BellTimes bells, Key key, String grade, Resolved resolved) {
        private ResolvedRule rule() {
            return resolved.rule();
        }

        String site() {
            return key.site();
        }

        ZoneId zone() {
            return calendar.zone();
        }

        LocalDate today(Instant now) {
            return calendar.today(now);
        }

        /** @param waiting whether somebody else waits for the title */
        Due due(Instant now, Optional<LocalDate> expires, boolean waiting) {
            return asked(DueDates.due(rule(), calendar, now, new DueFacts(expires, waiting, bells)));
        }

        /** @param types of what the person has already */
        List<Blocked> limits(List<String> types) {
            var loans = types.stream().map(type -> new CountedLoan(type, false)).toList();
            return Limits.check(new Limits.Wish(table, key.site(), key.category(), key.itemType()), loans).stream()
                    .map(LendingTerms::blocked)
                    .toList();
        }

        /** @param owed by the person @param group of the copy */
        Optional<Blocked> owing(Owed owed, ChargeClass group) {
            return LendingTerms.owing(rule(), owed, group);
        }

        Optional<Blocked> tooYoung() {
            var rule = rule();
            if (Limits.mayBorrow(rule, key.category(), grade)) return Optional.empty();
            return rule.value(RuleField.LOWEST_GRADE).map(lowest -> Blocked.of(LoanBlock.TOO_YOUNG, lowest));
        }

        OptionalInt totalLimit() {
            var total = rule().most(RuleField.TOTAL_LIMIT);
            return total.isPresent() ? total : rule().most(RuleField.LOAN_LIMIT);
        }

        String snapshot() {
            return resolved.snapshot();
        }
    }

    /** Whether so much is owed that no more is lent, by the limit of the rule or by what is usual (rule F8). */
    static Optional<Blocked> owing(ResolvedRule rule, Owed owed, ChargeClass group) {
        var own = rule.money(RuleField.FEE_LIMIT).map(Money::new);
        var usual = FeeLimits.DEFAULT;
        var limits =
                rule.value(RuleField.FEE_LIMIT).isEmpty() ? usual : new FeeLimits(own, own, usual.sparesRequired());
        if (!FeeBlocks.blocks(owed, limits, group, rule.is(RuleField.REQUIRED))) return Optional.empty();
        var most = limits.of(group).orElseThrow();
        return Optional.of(Blocked.of(LoanBlock.OWES_TOO_MUCH, owed.of(group), most));
    }

    private static Blocked blocked(LimitHit hit) {
        return switch (hit.kind()) {
            case RULE, TOTAL -> Blocked.of(LoanBlock.TOO_MANY_LOANS, hit.has(), hit.most());
            case GROUP -> Blocked.of(LoanBlock.TOO_MANY_OF_KIND, hit.has(), hit.most(), hit.group());
        };
    }

    private static Due asked(DueAnswer answer) {
        return switch (answer) {
            case DueAnswer.Due due -> new Due(Optional.of(due.at()), Optional.of(due.on()), List.of(), due.steps());
            case DueAnswer.NoDue never -> new Due(Optional.empty(), Optional.empty(), List.of(), never.steps());
            case DueAnswer.Refused refused -> Due.refused(List.of(problem(refused.reason())), refused.steps());
        };
    }

    private static Blocked problem(DueProblem problem) {
        return Blocked.of(
                LoanBlock.NO_DUE_DATE,
                problem.kind(),
                problem.detail(),
                problem.first().map(LocalDate::toString).orElse(""),
                problem.last().map(LocalDate::toString).orElse(""));
    }

    /**
     * The rules that the loan was made with, and the calendar of its site as it is now.
     *
     * @param lifted what somebody at the desk renews in spite of
     */
    Due renewal(Loan loan, Patron patron, Instant now, Waiting waiting, Set<LoanBlock> lifted) {
        var snapshot = RuleJson.read(loan.rule());
        var holds = lifted.contains(LoanBlock.WANTED_BY_OTHER) ? Waiting.NOBODY : waiting;
        var renewals = lifted.contains(LoanBlock.NO_MORE_RENEWALS) ? 0 : loan.renewals();
        var facts = new DueFacts(patron.expires(), holds != Waiting.NOBODY, bells.of(snapshot.site()));
        var asked = new RenewalFacts(loan.due(), renewals, holds, facts);
        return switch (Renewals.renew(snapshot.rule(), calendar(loan), now, asked)) {
            case RenewalAnswer.Renewed renewed -> asked(renewed.due());
            case RenewalAnswer.Refused refused ->
                Due.refused(
                        refused.reasons().stream()
                                .map(reason -> blocked(reason, loan))
                                .toList(),
                        refused.steps());
        };
    }

    private static Blocked blocked(Reason reason, Loan loan) {
        return switch (reason) {
            case Reason.Held held -> Blocked.of(LoanBlock.WANTED_BY_OTHER);
            case Reason.TooMany many -> Blocked.of(LoanBlock.NO_MORE_RENEWALS, loan.renewals(), many.most());
            case Reason.WouldNotChange stays -> Blocked.of(LoanBlock.DUE_DATE_STAYS);
            case Reason.NoDueDate never -> Blocked.of(LoanBlock.DUE_DATE_STAYS);
            case Reason.NoDate none -> problem(none.problem());
        };
    }

    private SiteCalendar calendar(Loan loan) {
        return calendars.of(loan.site());
    }

    LocalDate today(Loan loan, Instant now) {
        return now.atZone(loan.zone()).toLocalDate();
    }

    ZoneId zone(String site) {
        return calendars.of(site).zone();
    }

    SiteCalendar calendar(String site) {
        return calendars.of(site);
    }

    /**
     * What the lateness of a loan costs by the rules that it was made with (rule F4): nothing when it is on time, or nothing is taken.
     *
     * @param until when it came back, or now
     * @param price of the copy
     */
    Fine fine(Loan loan, Instant until, Optional<BigDecimal> price) {
        var rule = RuleJson.read(loan.rule()).rule();
        return Fines.fine(new FineFacts(loan.due().orElse(until), until, price), calendar(loan), rule);
    }

    /** Minutes in which a use in the building counts once; 0: it does not count. */
    int inHouseMinutes(String site, String itemType) {
        return rules.get()
                .resolve(site, PatronCategory.OTHER, itemType)
                .most(RuleField.IN_HOUSE_MINUTES)
                .orElse(0);
    }

    ResolvedRule ruleOf(Loan loan) {
        return RuleJson.read(loan.rule()).rule();
    }

    /** How long the person of a returned loan is remembered: as the rules say, and never longer than the school has promised. */
    Duration keptFor(Loan loan) {
        var promised = retention.days(KeptData.RETURNED_LOANS);
        var wanted = RuleJson.read(loan.rule()).rule().most(RuleField.FORGET_AFTER);
        return Duration.ofDays(Math.min(promised, wanted.orElse(promised)));
    }
}
