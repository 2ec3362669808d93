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
import java.util.stream.Collectors;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.DeviceReadiness;
import org.carrel.testing.DeviceReady;
import org.carrel.testing.DeviceReady.State;
import org.carrel.testing.TestCoordinators;
import org.carrel.testing.TestCoordinators.Librarian;
import org.carrel.testing.TestProgram;
import org.carrel.testing.TestWindows;

/** desk/testing-devices.xhtml, desk/testing-programs.xhtml, desk/testing-coordinators.xhtml: what has to be there before a test. */
@Named
@RequestScoped
public class TestDevicesView {
    private static final String PAGE = "/desk/testing-devices";

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    DeviceReadiness readiness;

    @Inject
    TestWindows windows;

    @Inject
    TestCoordinators coordinators;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());
    private List<TestProgram> programs = List.of();
    private Optional<List<DeviceReady>> board = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        programs = readiness.programsInUse();
    }

    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public boolean isMayPrepare() {
        return site.isPresent() && windows.mayPrepare(getCode(), caller.required());
    }

    private Optional<TestProgram> program() {
        var asked = FormTexts.integer(texts.get("program"));
        return programs.stream().filter(one -> one.id() == asked).findFirst().or(() -> programs.stream()
                .findFirst());
    }

    public int getProgram() {
        return program().map(TestProgram::id).orElse(0);
    }

    public String getProgramName() {
        return program().map(TestProgram::name).orElse("");
    }

    public record ProgramLink(int id, String name, String path, boolean here) {}

    public List<ProgramLink> getPrograms() {
        return programs.stream()
                .map(one -> {
                    var path = new StringBuilder(PAGE);
                    InventoryAddress.add(path, "site", getCode());
                    InventoryAddress.add(path, "program", String.valueOf(one.id()));
                    return new ProgramLink(one.id(), one.name(), path.toString(), one.id() == getProgram());
                })
                .toList();
    }

    private List<DeviceReady> board() {
        if (board.isEmpty())
            board = Optional.of(
                    site.isEmpty() ? List.of() : readiness.board(getCode(), getProgram(), caller.required()));
        return board.get();
    }

    // one scan

    private List<DeviceReady> scanned() {
        return texts.get("code").isBlank() || site.isEmpty()
                ? List.of()
                : readiness.scanned(getCode(), getProgram(), texts.get("code"), caller.required());
    }

    public Optional<Row> one() {
        var found = scanned();
        return found.size() == 1 ? Optional.of(row(found.getFirst())) : Optional.empty();
    }

    public boolean isFound() {
        return one().isPresent();
    }

    public Row getOne() {
        return one().orElseThrow();
    }

    public String getProblem() {
        if (texts.get("code").isBlank() || isFound()) return "";
        var kind = scanned().isEmpty() ? "testDevices.unknown" : "testDevices.several";
        return words.text(kind, texts.get("code").strip());
    }

    /** How the device stands that was looked at a moment ago. */
    public String getDone() {
        var done = FormTexts.number(texts.get("done"));
        return board().stream()
                .filter(one -> one.device().id() == done)
                .findFirst()
                .map(one -> words.text(
                        "testDevices.done." + (one.state() == State.READY),
                        one.device().name()))
                .orElse("");
    }

    /** @param lacking checks about which something is to be done */
    public record Row(
            long id, String name, String model, State state, String stateName, String lacking, List<Look> looks) {}

    public record Look(int check, String name, String seen, boolean good) {}

    private Row row(DeviceReady ready) {
        return new Row(
                ready.device().id(),
                ready.device().name(),
                ready.device().fullModelName(),
                ready.state(),
                words.text("deviceReady." + ready.state()),
                ready.looks().stream()
                        .filter(look -> !look.isGood())
                        .map(look -> look.check().name(words.language().locale()))
                        .collect(Collectors.joining(", ")),
                ready.looks().stream().map(this::look).toList());
    }

    private Look look(DeviceReady.Look look) {
        var seen = look.at()
                .map(at -> words.text(look.passed() ? "testDevices.passed" : "testDevices.failed", words.day(at)))
                .orElseGet(() -> words.text("testDevices.never"));
        return new Look(look.check().id(), look.check().name(words.language().locale()), seen, look.isGood());
    }

    /** Those that need something first. */
    public List<Row> getBoard() {
        return board().stream()
                .sorted(Comparator.comparing(DeviceReady::state))
                .map(this::row)
                .toList();
    }

    public record Count(State state, String name, long count) {}

    public List<Count> getCounts() {
        return Arrays.stream(State.values())
                .map(state -> new Count(
                        state,
                        words.text("deviceReady." + state),
                        board().stream().filter(one -> one.state() == state).count()))
                .toList();
    }

    // what is looked at

    public record ProgramRow(int id, String name, List<CheckRow> checks) {}

    public record CheckRow(int id, String name, String other, String days) {}

    public List<ProgramRow> getAll() {
        return programs.stream()
                .map(one -> new ProgramRow(
                        one.id(),
                        one.name(),
                        one.checks().stream()
                                .map(check -> new CheckRow(
                                        check.id(),
                                        check.nameEn(),
                                        check.nameEs(),
                                        words.text("testPrograms.days", check.days())))
                                .toList()))
                .toList();
    }

    public String getWrong() {
        return request.getAttribute(TestDevicesServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public boolean isSaved() {
        return getWrong().isEmpty() && texts.get("done").equals("yes");
    }

    public String typed(String name) {
        return getWrong().isEmpty() ? "" : texts.get(name);
    }

    public List<Librarian> getLibrarians() {
        return coordinators.list(caller.required());
    }
}
