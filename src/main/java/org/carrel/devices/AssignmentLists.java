package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.devices.AssignmentProblem.Kind;
import org.carrel.devices.rules.AssignmentList;
import org.carrel.devices.store.DeviceStore;
import org.carrel.patrons.Borrowers;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Many devices for the year at once: cards and devices as a scanner or a spreadsheet lists them, looked through first. */
@Door
public class AssignmentLists {
    private final Database database;
    private final Borrowers people;
    private final Assignments assignments;
    private final DeviceStore devices = new DeviceStore();

    @Inject
    public AssignmentLists(Database database, Borrowers people, Assignments assignments) {
        this.database = database;
        this.people = people;
        this.assignments = assignments;
    }

    /** What a code is: a card or a device, of which there may be several. */
    public record Known(List<Patron> people, List<Device> devices) implements Serializable {
        public Known {
            people = List.copyOf(people);
            devices = List.copyOf(devices);
        }
    }

    /**
     * A pair of the list.
     *
     * @param number of the line that has its device, from 1
     * @param text as it was typed
     * @param problems why it will not be assigned; empty when it will
     */
    public record Row(
            int number,
            String text,
            Optional<Patron> patron,
            Optional<Device> device,
            List<AssignmentProblem> problems,
            boolean done)
            implements Serializable {
        public Row {
            problems = List.copyOf(problems);
        }

        public boolean isGood() {
            return problems.isEmpty();
        }
    }

    /** Within reach. @param place of the scanner */
    public Known known(String code, DeskPlace place, Caller by) {
        return database.read(connection -> known(connection, code, place, by));
    }

    private Known known(Connection connection, String code, DeskPlace place, Caller by) throws SQLException {
        var persons = people.byCard(connection, code, place.site()).stream()
                .filter(person -> reaches(by, person.facts().get(PatronField.SITE)))
                .toList();
        var tagged = devices.byTag(connection, code);
        var found = tagged.isPresent()
                ? List.of(tagged.get())
                : Stream.concat(
                                devices.byOldTag(connection, code).stream(),
                                devices.bySerial(connection, code).stream())
                        .distinct()
                        .toList();
        return new Known(
                persons,
                found.stream().filter(device -> by.isOf(device.siteCode())).toList());
    }

    private static boolean reaches(Caller by, String site) {
        return site.isEmpty() || by.isOf(site);
    }

    /** What would be done; nothing is. The same check as for one (V1). */
    public List<Row> look(String text, DeskPlace place, boolean exchange, Caller by) {
        return rows(text, place, by).stream()
                .map(row -> row.isGood() ? checked(row, exchange, by) : row)
                .toList();
    }

    private Row checked(Row row, boolean exchange, Caller by) {
        var problems = assignments.against(wish(UUID.randomUUID(), row, exchange), by);
        return new Row(row.number(), row.text(), row.patron(), row.device(), problems, false);
    }

    /** Does what can be done, each line by itself: the same request again does nothing and tells the same. */
    public List<Row> assign(UUID request, String text, DeskPlace place, boolean exchange, Caller by) {
        var done = new ArrayList<Row>();
        for (var row : rows(text, place, by)) done.add(row.isGood() ? assigned(request, row, exchange, by) : row);
        return done;
    }

    private Row assigned(UUID request, Row row, boolean exchange, Caller by) {
        var one = request + " " + row.device().orElseThrow().id();
        var number = UUID.nameUUIDFromBytes(one.getBytes(StandardCharsets.UTF_8));
        return switch (assignments.assign(wish(number, row, exchange), by)) {
            case Assigned.Done done -> new Row(row.number(), row.text(), row.patron(), row.device(), List.of(), true);
            case Assigned.Refused refused ->
                new Row(row.number(), row.text(), row.patron(), row.device(), refused.problems(), false);
        };
    }

    private static AssignmentWish wish(UUID request, Row row, boolean exchange) {
        var wish = AssignmentWish.toPerson(
                        request,
                        row.patron().orElseThrow().id(),
                        row.device().orElseThrow().id())
                .lifting(Lifted.NOTHING);
        return exchange ? wish.exchanging() : wish;
    }

    /** Pairs of the list: a line of two is one; of single lines each device is for the card above it. */
    private List<Row> rows(String text, DeskPlace place, Caller by) {
        var lines = AssignmentList.parse(text);
        return database.read(connection -> {
            var rows = new ArrayList<Row>();
            var used = new HashSet<Long>();
            var waiting = Optional.<Row>empty();
            for (var line : lines.subList(0, Math.min(lines.size(), AssignmentList.MOST_LINES))) {
                var row = row(connection, line, place, by);
                if (line.codes().size() == 1 && row.patron().isPresent() && row.isGood()) {
                    waiting.ifPresent(left -> rows.add(with(left, Kind.NO_PAIR)));
                    waiting = Optional.of(row);
                    continue;
                }
                if (line.codes().size() == 1 && row.device().isPresent() && row.isGood()) {
                    row = waiting.isEmpty() ? with(row, Kind.NO_PAIR) : joined(waiting.get(), row);
                    waiting = Optional.empty();
                }
                if (row.isGood() && !used.add(row.device().orElseThrow().id())) row = with(row, Kind.TWICE);
                rows.add(row);
            }
            waiting.ifPresent(left -> rows.add(with(left, Kind.NO_PAIR)));
            return rows;
        });
    }

    private static Row joined(Row person, Row device) {
        return new Row(
                device.number(),
                person.text() + ", " + device.text(),
                person.patron(),
                device.device(),
                List.of(),
                false);
    }

    private static Row with(Row row, Kind kind) {
        var problems = List.of(AssignmentProblem.of(kind, row.text()));
        return new Row(row.number(), row.text(), row.patron(), row.device(), problems, false);
    }

    private Row row(Connection connection, AssignmentList.Line line, DeskPlace place, Caller by) throws SQLException {
        var patron = Optional.<Patron>empty();
        var device = Optional.<Device>empty();
        var problems = new ArrayList<AssignmentProblem>();
        for (var code : line.codes()) {
            var known = known(connection, code, place, by);
            if (known.people().size() + known.devices().size() > 1)
                problems.add(AssignmentProblem.of(Kind.SEVERAL, code));
            else if (!known.people().isEmpty())
                patron = Optional.of(known.people().getFirst());
            else if (!known.devices().isEmpty())
                device = Optional.of(known.devices().getFirst());
            else problems.add(AssignmentProblem.of(Kind.NO_SUCH_DEVICE, code));
        }
        var text = String.join(", ", line.codes());
        var isHalf = line.codes().size() == 2 && (patron.isEmpty() || device.isEmpty());
        if (problems.isEmpty() && isHalf) problems.add(AssignmentProblem.of(Kind.NO_PAIR, text));
        return new Row(line.number(), text, patron, device, problems, false);
    }
}
