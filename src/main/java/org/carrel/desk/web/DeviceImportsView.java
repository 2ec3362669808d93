package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceImports;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.Discrepancies;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRun;
import org.carrel.security.CurrentCaller;

/** desk/device-imports.xhtml: a new file of devices, the ones so far, and files for the consoles. */
@Named
@RequestScoped
public class DeviceImportsView {
    private static final int MOST = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceImports imports;

    @Inject
    DeviceInventory inventory;

    @Inject
    Discrepancies discrepancies;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<MdmRun> runs = List.of();
    private List<Site> sites = List.of();
    private int open;

    @PostConstruct
    void load() {
        var by = caller.required();
        runs = imports.runs(by.site(), MOST);
        sites = inventory.sites(by);
        open = discrepancies.counts(by).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A row of the list. */
    public record Row(long id, String file, String form, String when, String state, List<Tally> counts) {}

    /** How many devices came to an outcome. */
    public record Tally(String word, String text) {}

    public List<Row> getRows() {
        var said = new MdmWords(words);
        return runs.stream()
                .map(run -> new Row(
                        run.id(),
                        run.file(),
                        words.text("mdmForm." + run.form()),
                        words.time(run.staged()),
                        said.state(run),
                        counts(run)))
                .toList();
    }

    private List<Tally> counts(MdmRun run) {
        return Arrays.stream(MdmOutcome.values())
                .filter(outcome -> outcome != MdmOutcome.SAME && run.summary().count(outcome) > 0)
                .map(outcome -> new Tally(
                        MdmWords.look(outcome),
                        words.number(run.summary().count(outcome)) + " " + words.text("mdmOutcome." + outcome)))
                .toList();
    }

    public List<Choice> getSites() {
        return sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.equals(sites.getFirst())))
                .toList();
    }

    /** How many discrepancies are open, as a sentence; empty when there is none. */
    public String getOpen() {
        return open == 0 ? "" : words.text("deviceImports.open", open);
    }

    /** Why a file was not taken, as a sentence; empty when it was. */
    public String getProblem() {
        var problem = FormTexts.of(request).get("problem");
        return Stream.of("NO_FILE", "NO_SITE")
                .filter(problem::equals)
                .map(known -> words.text("deviceImports.problem." + known))
                .findFirst()
                .orElse("");
    }
}
