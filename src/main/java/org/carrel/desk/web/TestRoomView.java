package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.patrons.ClassLists;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.Accommodation;
import org.carrel.testing.Incident;
import org.carrel.testing.IncidentDraft;
import org.carrel.testing.RoomSheet;
import org.carrel.testing.RoomSheet.Mark;
import org.carrel.testing.RoomSheet.Proctor;
import org.carrel.testing.SeatAnswer;
import org.carrel.testing.TestIncidents;
import org.carrel.testing.TestRooms;
import org.carrel.testing.TestStudent;
import org.carrel.testing.TestStudent.Seat;

/** desk/testing-room.xhtml, its day sheet, its incident log and its report. */
@Named
@RequestScoped
public class TestRoomView {
    @Inject
    HttpServletRequest request;

    @Inject
    TestRooms rooms;

    @Inject
    TestIncidents incidents;

    @Inject
    SchoolCalendar calendars;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<RoomSheet> sheet = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        sheet = rooms.find(Numbered.importNumber(request).orElse(0), caller.required());
    }

    public void check() throws IOException {
        if (sheet.isEmpty()) Pages.notFound();
    }

    /** Of pages for those alone who run the test. */
    public void checkProctor() throws IOException {
        if (sheet.filter(RoomSheet::proctors).isEmpty()) Pages.notFound();
    }

    private RoomSheet sheet() {
        return sheet.orElseThrow();
    }

    private TestWords says() {
        return new TestWords(words, calendars.of(sheet().room().site()).zone());
    }

    public long getId() {
        return sheet().room().id();
    }

    public long getWindow() {
        return sheet().room().window();
    }

    public String getName() {
        return sheet().room().name(words.language().locale());
    }

    public String getTest() {
        return sheet().room().windowName();
    }

    public String getAbout() {
        return words.text(
                "testRoom.about",
                sheet().room().windowName(),
                sheet().room().programName(),
                says().when(sheet().room()));
    }

    public boolean isLive() {
        return sheet().room().live();
    }

    public boolean isCoordinates() {
        return sheet().coordinates();
    }

    public boolean isProctors() {
        return sheet().proctors();
    }

    public String getCounted() {
        return words.text(
                "testRoom.counted", sheet().room().seated(), sheet().students().size());
    }

    // two scans

    private Optional<SeatAnswer> answer() {
        return request.getAttribute(TestRoomServlet.ANSWER) instanceof SeatAnswer known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** The card that waits for its device. */
    public String getCard() {
        return isPosted() && !isCardWrong() ? texts.get("card").strip() : "";
    }

    /** Whether the card is to be scanned again. */
    private boolean isCardWrong() {
        return answer().map(SeatAnswer::kind)
                .filter(kind -> kind == SeatAnswer.Kind.NO_STUDENT
                        || kind == SeatAnswer.Kind.SEVERAL_STUDENTS
                        || kind == SeatAnswer.Kind.ELSEWHERE)
                .isPresent();
    }

    public String getTag() {
        return isPosted() && isAsksMore() ? texts.get("tag").strip() : "";
    }

    private boolean isPosted() {
        return request.getMethod().equals("POST");
    }

    /** Whether the two scans are right and something else is missing. */
    private boolean isAsksMore() {
        return isAsksWhy() || isAsksAdd();
    }

    public boolean isAsksWhy() {
        return answer().map(SeatAnswer::kind)
                .filter(kind -> kind == SeatAnswer.Kind.WHY
                        || kind == SeatAnswer.Kind.WHY_TOO_LONG
                        || kind == SeatAnswer.Kind.SECRET)
                .isPresent();
    }

    public boolean isAsksAdd() {
        return answer().map(SeatAnswer::kind)
                .filter(kind -> kind == SeatAnswer.Kind.NOT_LISTED)
                .isPresent();
    }

    public String getWhy() {
        return texts.get("why");
    }

    /** What was not done, and why. */
    public String getProblem() {
        return answer().map(answer -> words.text("seat." + answer.kind(), answer.name(), answer.tag()))
                .orElse("");
    }

    /** What was done. */
    public String getSaid() {
        if (isPosted()) return "";
        return switch (texts.get("said")) {
            case "" -> "";
            case "added" -> words.text("testRoom.added", Math.max(0, FormTexts.integer(texts.get("count"))));
            case "nobody", "removed", "stays", "allowed", "released" ->
                words.text("testRoom.said." + texts.get("said"));
            default -> seated();
        };
    }

    private String seated() {
        var kind = Arrays.stream(SeatAnswer.Kind.values())
                .filter(one -> one.isDone() && one.name().equals(texts.get("said")))
                .findFirst();
        var student = sheet().student(FormTexts.number(texts.get("student")));
        if (kind.isEmpty() || student.isEmpty()) return "";
        var tag = student.get().last().map(Seat::tag).orElse("");
        return words.text("seat." + kind.get(), student.get().name(), tag);
    }

    /** Whether the device of the last seat is not ready for the program. */
    public boolean isLook() {
        return !getSaid().isEmpty() && texts.get("look").equals("yes");
    }

    // who is here

    /** @param kept seats whose devices are kept @param removable never sat here */
    public record Row(
            long id,
            String name,
            String identifier,
            String seat,
            String allowed,
            boolean removable,
            List<KeptRow> kept,
            List<Tick> ticks) {}

    public record KeptRow(long seat, String tag, String why) {}

    public record Tick(String id, String name, String label, boolean on) {}

    public List<Row> getStudents() {
        return sheet().students().stream().map(this::row).toList();
    }

    private Row row(TestStudent student) {
        return new Row(
                student.id(),
                student.name(),
                student.identifier(),
                student.seat().map(Seat::tag).orElse(""),
                student.accommodations().stream()
                        .sorted()
                        .map(one -> words.text("accommodation." + one))
                        .collect(Collectors.joining(", ")),
                student.seats().isEmpty(),
                student.seats().stream()
                        .filter(seat -> seat.keep().isPresent())
                        .map(seat -> new KeptRow(seat.id(), seat.tag(), seat.why()))
                        .toList(),
                Arrays.stream(Accommodation.values())
                        .map(one -> new Tick(
                                "allow-" + student.id() + "-" + one,
                                "allow-" + one,
                                words.text("accommodation." + one),
                                student.accommodations().contains(one)))
                        .toList());
    }

    /** All at which somebody sat, in order: the seating chart. */
    public record Line(int number, String who, String tag, String from, String until, String why) {}

    public List<Line> getChart() {
        record Of(TestStudent student, Seat seat) {}
        var all = sheet().students().stream()
                .flatMap(student -> student.seats().stream().map(seat -> new Of(student, seat)))
                .sorted(Comparator.comparing(of -> of.seat().id()))
                .toList();
        var lines = new java.util.ArrayList<Line>();
        for (var of : all)
            lines.add(new Line(
                    lines.size() + 1,
                    who(of.student().name(), of.student().identifier()),
                    of.seat().tag(),
                    says().clock(of.seat().seated()),
                    of.seat().ended().map(says()::clock).orElse(""),
                    of.seat().why()));
        return lines;
    }

    public List<ClassLists.Entry> getClasses() {
        return rooms.classes(sheet(), caller.required());
    }

    public List<Proctor> getProctorsHere() {
        return sheet().proctorsHere();
    }

    /** On paper: with commas between. */
    public String getProctorNames() {
        return getProctorsHere().stream().map(Proctor::name).collect(Collectors.joining(", "));
    }

    public List<Proctor> getPossibleProctors() {
        return rooms.possibleProctors(sheet());
    }

    public record MarkRow(String at, String what, String by) {}

    public List<MarkRow> getMarks() {
        return sheet().marks().stream()
                .map(mark -> new MarkRow(says().clock(mark.at()), words.text("testMark." + mark.kind()), mark.by()))
                .toList();
    }

    public List<Tick> getMarkKinds() {
        return Arrays.stream(Mark.Kind.values())
                .map(kind -> new Tick("mark-" + kind, kind.name(), words.text("testMark." + kind), false))
                .toList();
    }

    /** Rows of the relief log that are to be filled in by hand. */
    public List<Integer> getBlanks() {
        return Stream.iterate(1, one -> one + 1).limit(4).toList();
    }

    // incidents

    /** Whether people are called by their numbers. */
    public boolean isByNumber() {
        return texts.get("names").equals("no");
    }

    private String who(String name, String identifier) {
        return isByNumber() ? identifier : identifier.isEmpty() ? name : name + " (" + identifier + ")";
    }

    /** @param corrects which entry it puts right; 0 for none */
    public record IncidentRow(
            long id,
            String at,
            String noted,
            String by,
            String tag,
            String what,
            String action,
            long corrects,
            String people) {}

    public List<IncidentRow> getIncidents() {
        return incidents.log(getId(), caller.required()).stream().map(this::row).toList();
    }

    private IncidentRow row(Incident incident) {
        return new IncidentRow(
                incident.id(),
                says().clock(incident.at()),
                says().clock(incident.noted()),
                incident.by(),
                incident.tag().orElse(""),
                incident.what(),
                incident.action(),
                incident.corrects().orElse(0),
                incident.students().stream()
                        .map(person -> who(person.name(), person.identifier()))
                        .collect(Collectors.joining("; ")));
    }

    /** What is being written: as it was sent, else as it was kept. */
    public IncidentDraft getDraft() {
        if (request.getAttribute(TestIncidentServlet.SENT) instanceof IncidentDraft known) return known;
        return incidents.draft(getId(), caller.required());
    }

    public List<Tick> getAboutWhom() {
        var chosen = getDraft().students();
        return sheet().students().stream()
                .map(student -> new Tick(
                        "about-" + student.id(),
                        TestIncidentServlet.STUDENT + student.id(),
                        student.name(),
                        chosen.contains(student.id())))
                .toList();
    }

    /** Which entry is put right; 0 for none. */
    public long getCorrects() {
        var asked = FormTexts.number(texts.get("corrects"));
        return incidents.log(getId(), caller.required()).stream().anyMatch(one -> one.id() == asked) ? asked : 0;
    }

    public String getIncidentProblem() {
        return request.getAttribute(TestIncidentServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public boolean isAdded() {
        return !isPosted() && texts.get("said").equals("entered");
    }

    /** A number for the form: sent twice, it is one entry. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** For what has a number, or none. */
    static OptionalLong some(long number) {
        return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
