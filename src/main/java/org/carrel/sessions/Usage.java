package org.carrel.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;

/** What class sessions came to. Only sessions of classes are counted: tests and repairs are none. */
public final class Usage {
    /** Who has more than so many times the share of each has much. */
    private static final int MUCH = 2;

    private Usage() {}

    /**
     * Counts of what has one name.
     *
     * @param sessions that took place or are to
     * @param periods of those
     * @param students of those
     * @param noShows nobody came
     * @param lateCancels called off too late
     */
    public record Count(String name, int sessions, int periods, int students, int noShows, int lateCancels) {
        /** In thousandths of all periods; 0 when there are none. */
        public int share(int all) {
            return all == 0 ? 0 : periods * 1000 / all;
        }

        /** Whether it has more than twice what each would have if all had alike. @param all periods @param names how many share them */
        public boolean isMuch(int all, int names) {
            return names > 1 && periods * names > MUCH * all;
        }
    }

    /**
     * Counts by name, the most first.
     *
     * @param names by what a session is counted; several where it counts for several
     */
    public static List<Count> by(List<ClassSession> sessions, Function<ClassSession, List<String>> names) {
        var counts = new TreeMap<String, Count>();
        for (var session : sessions) {
            if (session.kind() != ClassSession.Kind.RESEARCH) continue;
            for (var name : names.apply(session)) counts.merge(name, one(name, session), Usage::sum);
        }
        return counts.values().stream()
                .filter(count -> count.sessions() + count.noShows() + count.lateCancels() > 0)
                .sorted(Comparator.comparingInt(Count::periods).reversed().thenComparing(Count::name))
                .toList();
    }

    /** All of it together. */
    public static Count total(List<ClassSession> sessions) {
        return by(sessions, session -> List.of("")).stream().findFirst().orElse(new Count("", 0, 0, 0, 0, 0));
    }

    /** Each period of its day that a session takes, by number: which of them are wanted most. */
    public static List<Count> byPeriod(List<ClassSession> sessions) {
        var counts = new TreeMap<Integer, Count>();
        for (var session : sessions) {
            if (session.kind() != ClassSession.Kind.RESEARCH) continue;
            for (var number : numbers(session)) {
                var name = String.valueOf(number);
                var whole = one(name, session);
                var one = new Count(
                        name,
                        whole.sessions(),
                        whole.sessions(),
                        whole.students(),
                        whole.noShows(),
                        whole.lateCancels());
                counts.merge(number, one, Usage::sum);
            }
        }
        return new ArrayList<>(counts.values())
                .stream()
                        .filter(count -> count.sessions() + count.noShows() + count.lateCancels() > 0)
                        .toList();
    }

    /** Names of what a session has of some kinds. */
    public static List<String> parts(ClassSession session, boolean places, Function<Part, String> name) {
        return session.parts().stream()
                .filter(part -> part.kind().isPlace() == places)
                .map(name)
                .toList();
    }

    private static List<Integer> numbers(ClassSession session) {
        return IntStream.rangeClosed(session.first(), Math.max(session.first(), session.last()))
                .boxed()
                .toList();
    }

    private static Count one(String name, ClassSession session) {
        var live = session.state().isLive();
        return new Count(
                name,
                live ? 1 : 0,
                live ? numbers(session).size() : 0,
                live ? session.about().heads() : 0,
                session.state() == State.RELEASED ? 1 : 0,
                session.state() == State.LATE_CANCELLED ? 1 : 0);
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.name(),
                one.sessions() + other.sessions(),
                one.periods() + other.periods(),
                one.students() + other.students(),
                one.noShows() + other.noShows(),
                one.lateCancels() + other.lateCancels());
    }
}
