package org.carrel.circulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.carrel.school.Term;

/** Rules and calendars for tests, of a school in Chicago that is open from 7:30 to 16:00 on weekdays. */
public final class Lending {
    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    public static final DayHours USUAL = hours("07:30", "16:00");
    public static final DayHours WITH_LUNCH = hours("07:30", "12:00", "12:30", "16:00");
    public static final SiteCalendar SCHOOL = calendar(USUAL);

    private Lending() {}

    /** @param times opens, closes, opens, closes */
    public static DayHours hours(String... times) {
        var all = new ArrayList<OpenHours>();
        for (var i = 0; i < times.length; i += 2)
            all.add(new OpenHours(LocalTime.parse(times[i]), LocalTime.parse(times[i + 1])));
        return new DayHours(all);
    }

    /** On weekdays. */
    public static SiteCalendar calendar(DayHours hours, Closure... closures) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() < DayOfWeek.SATURDAY.getValue())
                .forEach(day -> week.put(day, hours));
        return new SiteCalendar(CHICAGO, week, List.of(closures), List.of());
    }

    public static SiteCalendar open(DayOfWeek... days) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        Arrays.stream(days).forEach(day -> week.put(day, USUAL));
        return new SiteCalendar(CHICAGO, week, List.of(), List.of());
    }

    public static SiteCalendar with(SiteCalendar calendar, Term... terms) {
        return new SiteCalendar(calendar.zone(), calendar.week(), calendar.closures(), List.of(terms));
    }

    public static Term term(String name, String first, String last) {
        return new Term(0, name, day(first), day(last));
    }

    public static Closure closed(String first, String last, String reason) {
        return new Closure(0, day(first), day(last), reason, "", DayHours.CLOSED);
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** A moment by the clock on the school's wall. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    /** @param says {@code period=14 days}, and so on */
    public static LoanRule row(LoanRuleKey key, String... says) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        for (var one : says) {
            var parts = one.split("=", 2);
            var field = RuleField.ofCode(parts[0]).orElseThrow();
            values.put(field, field.read(parts[1]).orElseThrow(() -> new AssertionError(one)));
        }
        return new LoanRule(key, values);
    }

    public static LoanRuleKey key(String site, String category, String type) {
        var who = category.isEmpty() ? Optional.<PatronCategory>empty() : Optional.of(PatronCategory.valueOf(category));
        return LoanRuleKey.of(site, who, type);
    }

    public static LoanRuleTable table(LoanRule... rules) {
        return new LoanRuleTable(List.of(rules), List.of(), List.of());
    }

    /** As a school would have it with a single rule. */
    public static ResolvedRule rule(String... says) {
        return resolve(table(row(LoanRuleKey.DEFAULT, says)));
    }

    /** For a student's book at LMC. */
    public static ResolvedRule resolve(LoanRuleTable table) {
        return table.resolve("LMC", PatronCategory.STUDENT, "BOOK");
    }

    public static ResolvedRule rule(LoanSchedule schedule, String... says) {
        return resolve(new LoanRuleTable(List.of(row(LoanRuleKey.DEFAULT, says)), List.of(), List.of(schedule)));
    }

    public static LoanFact loan(long number, ResolvedRule rule, String lent, String due) {
        var kept = new RuleSnapshot("LMC", CHICAGO, PatronCategory.STUDENT, "BOOK", rule);
        return new LoanFact(number, kept, at(lent), false, Optional.of(at(due)));
    }
}
