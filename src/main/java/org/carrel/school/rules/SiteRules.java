package org.carrel.school.rules;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.carrel.school.NoticeLanguages;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.SiteDraft;

/** What the settings of a site must be like. */
public final class SiteRules {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}[A-Za-z0-9]|[A-Za-z0-9]");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]{1,64}@(?:[\\p{L}0-9-]{1,63}\\.)+[\\p{L}0-9-]{2,63}");
    /** Names that are no place: a region knows when its clocks change. */
    private static final Set<String> NO_REGION = Set.of("Etc", "SystemV");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_SENDER = 100;
    private static final int LONGEST_MAIL = 254;

    private SiteRules() {}

    public static List<SchoolProblem> check(SiteDraft draft) {
        var problems = new ArrayList<SchoolProblem>();
        CalendarRules.text(draft.name(), Field.NAME, LONGEST_NAME, true, problems);
        CalendarRules.text(draft.address(), Field.ADDRESS, LONGEST_ADDRESS, false, problems);
        CalendarRules.text(draft.phone(), Field.PHONE, LONGEST_PHONE, false, problems);
        CalendarRules.text(draft.senderName(), Field.SENDER_NAME, LONGEST_SENDER, false, problems);
        if (zone(draft.zone()).isEmpty()) problems.add(SchoolProblem.of(Field.ZONE, Kind.NO_ZONE, draft.zone()));
        if (!isMail(draft.senderMail()))
            problems.add(SchoolProblem.of(Field.SENDER_MAIL, Kind.NO_MAIL, draft.senderMail()));
        if (languages(draft.languages()).isEmpty())
            problems.add(SchoolProblem.of(Field.LANGUAGES, Kind.NO_LANGUAGES, draft.languages()));
        return List.copyOf(problems);
    }

    /** Of a new site: what imports have made is taken as it is. */
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** Only regions: {@code UTC+7} and the like would be an hour off for half of the year. */
    public static Optional<ZoneId> zone(String name) {
        return zones().contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** In their order. */
    public static Set<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.indexOf('/') > 0 && !NO_REGION.contains(name.substring(0, name.indexOf('/'))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Optional<NoticeLanguages> languages(String name) {
        return Arrays.stream(NoticeLanguages.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static boolean isMail(String mail) {
        return mail.isEmpty()
                || mail.length() <= LONGEST_MAIL && MAIL.matcher(mail).matches();
    }
}
