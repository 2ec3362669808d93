package org.carrel.notices.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.notices.NoticePolicy;
import org.carrel.notices.NoticePolicy.Draft;
import org.carrel.notices.NoticePolicy.Guardians;
import org.carrel.notices.NoticePolicy.Problem;

/** What people type about when notices go out. */
public final class PolicyText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_DAYS_BEFORE = 30;
    private static final int MOST_DAYS_LATE = 365;
    private static final int MOST_STAGES = 10;

    private PolicyText() {}

    /** Either the policy or what is wrong. */
    public record Read(Optional<NoticePolicy> policy, Set<Problem> problems) {}

    public static Read read(Draft draft) {
        var problems = EnumSet.noneOf(Problem.class);
        var before = number(draft.dueSoonDays(), 0, MOST_DAYS_BEFORE);
        var stages = stages(draft.overdueDays());
        var time = time(draft.sendAt());
        if (before.isEmpty()) problems.add(Problem.DUE_SOON);
        if (stages.isEmpty()) problems.add(Problem.OVERDUE);
        if (time.isEmpty()) problems.add(Problem.SEND_AT);
        if (!problems.isEmpty()) return new Read(Optional.empty(), problems);
        var policy = new NoticePolicy(
                before.orElseThrow(),
                stages.orElseThrow(),
                constant(Guardians.class, draft.guardians()).orElse(Guardians.NEVER),
                constant(DayOfWeek.class, draft.digestDay()),
                time.orElseThrow(),
                draft.version());
        return new Read(Optional.of(policy), problems);
    }

    public static Draft draft(NoticePolicy policy) {
        return new Draft(
                String.valueOf(policy.dueSoonDays()),
                policy.overdueDays().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                policy.guardians().name(),
                policy.digestDay().map(DayOfWeek::name).orElse("NEVER"),
                policy.sendAt().toString(),
                policy.version());
    }

    /** Days with commas or blanks between, rising, each once. */
    private static Optional<List<Integer>> stages(String text) {
        var stages = new ArrayList<Integer>();
        for (var part : text.strip().split("[,;\\s]+")) {
            if (part.isEmpty()) continue;
            var days = number(part, 1, MOST_DAYS_LATE);
            if (days.isEmpty()) return Optional.empty();
            stages.add(days.get());
        }
        if (stages.size() > MOST_STAGES) return Optional.empty();
        return Optional.of(stages.stream().distinct().sorted().toList());
    }

    private static Optional<Integer> number(String text, int least, int most) {
        var plain = text.strip();
        if (!plain.matches("[0-9]{1,4}")) return Optional.empty();
        return Optional.of(Integer.parseInt(plain)).filter(number -> number >= least && number <= most);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip(), TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
