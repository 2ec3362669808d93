package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterOwners;
import org.carrel.patrons.RosterRun;
import org.carrel.patrons.RosterSource;
import org.carrel.patrons.RosterSources;
import org.carrel.patrons.Rosters;
import org.carrel.security.CurrentCaller;

/** desk/rosters.xhtml: a new roster, the ones so far, and which of our sites their schools are. */
@Named
@RequestScoped
public class RostersView {
    private static final int MOST = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    Rosters rosters;

    @Inject
    RosterSources sources;

    @Inject
    RosterOwners owners;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Map<String, String> sites = Map.of();
    private Optional<String> onlySite = Optional.empty();
    private List<RosterSource> all = List.of();
    private List<RosterRun> runs = List.of();
    private List<Schools> schools = List.of();

    @PostConstruct
    void load() {
        sites = patrons.sites();
        onlySite = owners.onlySite(caller);
        runs = onlySite.map(site -> rosters.runs(site, MOST)).orElseGet(() -> rosters.runs(MOST));
        var known = runs.stream().map(RosterRun::source).collect(Collectors.toSet());
        all = sources.all().stream()
                .filter(source -> onlySite.isEmpty() || known.contains(source.name()))
                .toList();
        if (onlySite.isPresent()) return;
        schools = all.stream()
                .map(source -> new Schools(source.id(), source.name(), schools(source)))
                .filter(one -> !one.schools().isEmpty())
                .toList();
    }

    /** A row of the list. */
    public record Row(long id, String file, String source, String when, String state, List<Tally> counts) {}

    /** How many people came to an outcome. */
    public record Tally(String word, String text) {}

    /** The schools of a source. */
    public record Schools(int source, String name, List<School> schools) {}

    /** A school of a roster. @param at its place in the form */
    public record School(int at, String id, String name, List<Choice> sites) {}

    /** For who administers one of several schools: whom the rosters may have in them, as a sentence. Empty for all others. */
    public String getOnly() {
        return onlySite.map(site -> words.text("rosters.onlySite", sites.getOrDefault(site, site)))
                .orElse("");
    }

    public List<Row> getRows() {
        var roster = new RosterWords(words, sites);
        return runs.stream()
                .map(run -> new Row(
                        run.id(), run.file(), run.source(), words.time(run.staged()), roster.state(run), counts(run)))
                .toList();
    }

    private List<Tally> counts(RosterRun run) {
        return Arrays.stream(RosterOutcome.values())
                .filter(outcome ->
                        outcome != RosterOutcome.SAME && run.summary().count(outcome) > 0)
                .map(outcome -> new Tally(
                        RosterView.look(outcome),
                        words.number(run.summary().count(outcome)) + " " + words.text("rosterOutcome." + outcome)))
                .toList();
    }

    /** Names of sources that there are. */
    public List<String> getSources() {
        return all.stream().map(RosterSource::name).toList();
    }

    /** The source typed before, else the one that is known, else the usual name. */
    public String getSource() {
        var typed = FormTexts.of(request).get("source");
        if (!typed.isBlank()) return typed;
        var known = getSources();
        return known.size() == 1 ? known.getFirst() : RosterSource.USUAL;
    }

    public List<Schools> getSchools() {
        return schools;
    }

    private List<School> schools(RosterSource source) {
        var each = sources.schools(source.id());
        return Stream.iterate(0, at -> at < each.size(), at -> at + 1)
                .map(at -> new School(
                        at,
                        each.get(at).sourcedId(),
                        each.get(at).name(),
                        choices(each.get(at).site())))
                .toList();
    }

    private List<Choice> choices(String chosen) {
        var none = new Choice(PeopleAddress.ALL, words.text("rosters.noSite"), chosen.isEmpty());
        return Stream.concat(
                        Stream.of(none),
                        sites.entrySet().stream()
                                .map(site -> new Choice(
                                        site.getKey(),
                                        site.getValue(),
                                        site.getKey().equals(chosen))))
                .toList();
    }

    /** Why a file was not taken, as a sentence; empty when it was. */
    public String getProblem() {
        var problem = FormTexts.of(request).get("problem");
        return Stream.of("NO_FILE", "NO_SOURCE", "NOT_YOURS")
                .filter(problem::equals)
                .map(known -> words.text("rosters.problem." + known, RosterSource.MAX_NAME))
                .findFirst()
                .orElse("");
    }

    public boolean isAssigned() {
        return FormTexts.of(request).get("done").equals("schools");
    }
}
