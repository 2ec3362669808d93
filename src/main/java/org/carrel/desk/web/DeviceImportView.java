package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.RosterView.Only;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmLine;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmRun.State;
import org.carrel.devices.MdmSummary;
import org.carrel.devices.MdmUndone;
import org.carrel.security.CurrentCaller;

/** desk/device-import.xhtml: what a file would do or has done, device by device, with its buttons. */
@Named
@RequestScoped
public class DeviceImportView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceImports imports;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<MdmRun> found = Optional.empty();
    private Optional<MdmOutcome> outcome = Optional.empty();
    private int after;
    private List<MdmLine> lines = List.of();
    private boolean last;
    private String site = "";

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        found = imports.find(Numbered.importNumber(request).orElse(0));
        outcome = Arrays.stream(MdmOutcome.values())
                .filter(one -> word(one).equals(texts.get("outcome")))
                .findFirst();
        after = Math.max(0, FormTexts.integer(texts.get("after")));
        found.ifPresent(this::load);
    }

    private void load(MdmRun run) {
        lines = imports.lines(run.id(), outcome, after, PAGE_SIZE + 1);
        last = run.state() == State.COMMITTED && imports.isLast(run);
        site = inventory.sites(caller.required()).stream()
                .filter(one -> one.code().equals(run.site()))
                .map(Site::name)
                .findFirst()
                .orElse(run.site());
    }

    public void check() throws IOException {
        if (found.isEmpty()) Pages.notFound();
    }

    /** A device of the file. @param device 0 for one that is not there, or not yet */
    public record Line(
            int number,
            String row,
            String label,
            long device,
            String outcome,
            String look,
            String changes,
            List<String> remarks,
            List<String> discrepancies,
            boolean kept) {}

    private MdmRun run() {
        return found.orElseThrow();
    }

    private MdmSummary summary() {
        return run().summary();
    }

    private MdmWords mdm() {
        return new MdmWords(words);
    }

    public long getId() {
        return run().id();
    }

    public String getTitle() {
        return words.text("deviceImport.title", run().file());
    }

    public String getFacts() {
        return mdm().facts(run(), site);
    }

    public String getState() {
        return mdm().state(run());
    }

    public boolean isWaiting() {
        return run().state() == State.PLANNED;
    }

    public boolean isAsking() {
        return run().state() == State.MAPPING;
    }

    /** A list, of which a person may say otherwise which column is which. */
    public boolean isMappable() {
        return isAsking() || isWaiting() && run().form().source().isEmpty();
    }

    public boolean isUndoable() {
        return last;
    }

    public boolean isNothing() {
        return isWaiting() && summary().changesNothing();
    }

    /** Why the file is refused as a whole. */
    public List<String> getStops() {
        return summary().findings().stream()
                .filter(finding -> finding.kind().stops())
                .map(mdm()::finding)
                .toList();
    }

    /** What else there is to say about the file. */
    public List<String> getFindings() {
        return summary().findings().stream()
                .filter(finding -> !finding.kind().stops())
                .map(mdm()::finding)
                .toList();
    }

    /** What came of taking it back, as a sentence; empty when that was not tried now. */
    public String getNotUndone() {
        return request.getAttribute(DeviceImportServlet.UNDONE) instanceof MdmUndone.NotLast later
                ? words.text("deviceImport.notLast", later.later())
                : "";
    }

    /** Numbers as sentences. */
    public List<String> getNumbers() {
        var rows = Stream.of(words.text("deviceImport.rows", summary().rows()));
        var same = Stream.of(summary().count(MdmOutcome.SAME))
                .filter(count -> count > 0)
                .map(count -> words.text("deviceImport.same", count));
        var kinds = Arrays.stream(DiscrepancyKind.values())
                .filter(kind -> summary().count(kind) > 0)
                .map(kind -> words.text(
                        "deviceImport.discrepancies",
                        words.text("discrepancyKind." + kind),
                        summary().count(kind)));
        return Stream.of(rows, same, kinds).flatMap(each -> each).toList();
    }

    public List<Only> getChoices() {
        var all = new Only("all", words.text("lines.all"), "", path(""), outcome.isEmpty());
        var each = Arrays.stream(MdmOutcome.values())
                .filter(one -> one != MdmOutcome.SAME && summary().count(one) > 0)
                .map(one -> new Only(
                        word(one),
                        words.text("mdmOutcome." + one),
                        words.number(summary().count(one)),
                        path("?outcome=" + word(one)),
                        outcome.filter(chosen -> chosen == one).isPresent()));
        return Stream.concat(Stream.of(all), each).toList();
    }

    private String path(String query) {
        return "/desk/device-import/" + run().id() + query;
    }

    public List<Line> getLines() {
        return lines.stream().limit(PAGE_SIZE).map(this::line).toList();
    }

    private Line line(MdmLine line) {
        return new Line(
                line.number(),
                line.row() == 0 ? "" : words.number(line.row()),
                line.label().isEmpty() ? "–" : line.label(),
                line.device().orElse(0L),
                words.text("mdmOutcome." + line.outcome()),
                MdmWords.look(line.outcome()),
                mdm().changes(line),
                line.remarks().stream().map(mdm()::remark).toList(),
                line.discrepancies().stream()
                        .map(kind -> words.text("discrepancyKind." + kind))
                        .toList(),
                line.kept());
    }

    /** The address of the lines that follow; empty when there are none. */
    public String getNext() {
        if (lines.size() <= PAGE_SIZE) return "";
        var only = outcome.map(one -> "outcome=" + word(one) + "&").orElse("");
        return path("?" + only + "after=" + lines.get(PAGE_SIZE - 1).number());
    }

    /** The address of the first lines; empty when these are shown. */
    public String getFirst() {
        return after == 0
                ? ""
                : path(outcome.map(one -> "?outcome=" + word(one)).orElse(""));
    }

    private static String word(MdmOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
