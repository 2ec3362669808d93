package org.carrel.circulation;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.circulation.store.LoanStore;
import org.carrel.circulation.store.LoanStore.Standing;
import org.carrel.patrons.OwnClass;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.PersonViews;
import org.carrel.privacy.TitlePolicies;
import org.carrel.privacy.TitleReaders;
import org.carrel.security.Caller;

/**
 * What a teacher sees of the own classes: who has how much, and of that what is late. Titles only where the policy of the student's
 * school tells teachers (rule PR-4). Every look is written down for the person it is about (rule PR-5).
 */
@Door
public class ClassBooks {
    /** What is due within so many days is due soon. */
    public static final Duration SOON = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final OwnClasses classes;
    private final Loans loans;
    private final PersonViews views;
    private final TitlePolicies policies;
    private final LoanStore store = new LoanStore();

    @Inject
    public ClassBooks(
            Database database,
            Clock clock,
            OwnClasses classes,
            Loans loans,
            PersonViews views,
            TitlePolicies policies) {
        this.database = database;
        this.clock = clock;
        this.classes = classes;
        this.loans = loans;
        this.views = views;
        this.policies = policies;
    }

    /** @param titlesTold whether the policy of the student's school lets a teacher know the titles */
    public record Row(long patron, String name, int loans, int overdue, int soon, boolean titlesTold)
            implements Serializable {}

    /** One thing a student has. */
    public record Title(String title, Loan loan, boolean overdue) implements Serializable {}

    public List<OwnClass> classes(Caller by) {
        return classes.taughtBy(by);
    }

    /**
     * Those of a class who have something, who is latest first. Nothing for a class that the caller does not teach.
     *
     * @param why for whoever asks who has looked
     */
    public List<Row> look(Caller by, long schoolClass, String why) {
        var students = classes.students(by, schoolClass);
        var now = clock.instant();
        var standings = database
                .read(connection -> store.standings(
                        connection, students.stream().map(Patron::id).toList(), now, now.plus(SOON)))
                .stream()
                .collect(Collectors.toMap(Standing::patron, Function.identity()));
        var telling = students.stream()
                .map(ClassBooks::site)
                .distinct()
                .filter(this::tells)
                .collect(Collectors.toSet());
        var shown = views.lookedAtClass(by, standings.keySet(), why);
        return students.stream()
                .filter(student -> shown.contains(student.id()))
                .map(student -> row(student, Objects.requireNonNull(standings.get(student.id())), telling))
                .sorted(Comparator.comparingInt(Row::overdue).reversed())
                .toList();
    }

    private static Row row(Patron student, Standing has, Set<String> telling) {
        var told = telling.contains(site(student));
        return new Row(student.id(), student.sortedName(), has.loans(), has.overdue(), has.soon(), told);
    }

    private static String site(Patron student) {
        return student.facts().get(PatronField.SITE);
    }

    private boolean tells(String site) {
        return policies.tells(site, TitleReaders.TEACHER);
    }

    /** Titles of one student of an own class. Empty where they are not told: that is no look then. */
    public Optional<List<Title>> titles(Caller by, long schoolClass, long student, String why) {
        var person = classes.students(by, schoolClass).stream()
                .filter(known -> known.id() == student)
                .filter(known -> tells(site(known)))
                .findFirst();
        if (person.isEmpty() || !views.looked(by, student, why)) return Optional.empty();
        var lines = database.read(connection -> loans.lines(connection, student));
        return Optional.of(lines.stream().map(ClassBooks::title).toList());
    }

    private static Title title(PatronSummary.Line line) {
        return new Title(line.item().title(), line.loan(), line.overdue());
    }
}
