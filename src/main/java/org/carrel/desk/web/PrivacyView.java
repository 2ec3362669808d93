package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.Patrons;
import org.carrel.privacy.PersonViews;
import org.carrel.privacy.TitlePolicies;
import org.carrel.privacy.TitlePolicies.Policy;
import org.carrel.privacy.TitlePolicies.Result;
import org.carrel.privacy.TitleReaders;
import org.carrel.security.CurrentCaller;

/** desk/privacy.xhtml: finding a person whose data is asked for, unusual looks, and what may be told of titles. */
@Named
@RequestScoped
public class PrivacyView {
    private static final int MOST = 25;
    private static final int ALARM_DAYS = 30;

    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    PersonViews views;

    @Inject
    TitlePolicies policies;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private String typed = "";
    private List<Patron> found = List.of();
    private List<Policy> sites = List.of();

    @PostConstruct
    void load() {
        typed = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        sites = policies.all(caller.required());
        if (!typed.isEmpty() && typed.length() <= 200) found = find();
    }

    /** By card, else by name or number; of the own site only. */
    private List<Patron> find() {
        var site = caller.required().site().orElse("");
        var all = new LinkedHashMap<Long, Patron>();
        patrons.byCard(typed)
                .filter(patron ->
                        site.isEmpty() || site.equalsIgnoreCase(patron.facts().get(PatronField.SITE)))
                .ifPresent(patron -> all.put(patron.id(), patron));
        var wish = new PatronSearch(typed, "", "", site, PatronSearch.Who.ALL);
        for (var patron : patrons.find(wish, 1, MOST).rows()) all.put(patron.id(), patron);
        return List.copyOf(all.values());
    }

    /** A person who was found. */
    public record Row(long number, String name, String grade) {}

    /** A school and what it may tell. */
    public record Site(String name, String told, String since) {}

    /** A choice of a form. */
    public record Choice(String value, String name, boolean chosen) {}

    public String getTyped() {
        return typed;
    }

    public boolean isAsked() {
        return !typed.isEmpty();
    }

    public List<Row> getRows() {
        return found.stream()
                .map(patron ->
                        new Row(patron.id(), patron.sortedName(), patron.facts().get(PatronField.GRADE)))
                .toList();
    }

    /** Sentences. */
    public List<String> getAlarms() {
        return views.alarms(caller.required(), ALARM_DAYS).stream()
                .map(alarm -> words.text(
                        alarm.sameName() ? "privacy.alarm.sameName" : "privacy.alarm.many",
                        words.time(alarm.hour()),
                        alarm.who(),
                        alarm.views()))
                .toList();
    }

    public List<Site> getSites() {
        return sites.stream()
                .map(policy -> new Site(
                        policy.siteName(),
                        words.text("titleReaders." + policy.readers())
                                + (policy.statute().isEmpty() ? "" : " · " + policy.statute()),
                        policy.changed().map(words::day).orElse("")))
                .toList();
    }

    public List<Choice> getSiteChoices() {
        var chosen = FormTexts.of(request).get("site");
        return sites.stream()
                .map(policy -> new Choice(
                        policy.site(), policy.siteName(), policy.site().equals(chosen)))
                .toList();
    }

    public List<Choice> getReaders() {
        var chosen = FormTexts.of(request).oneOf("readers", TitleReaders.NOBODY);
        return Arrays.stream(TitleReaders.values())
                .map(reader -> new Choice(reader.name(), words.text("titleReaders." + reader), reader == chosen))
                .toList();
    }

    public String getStatute() {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get("statute");
    }

    public String getReason() {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get("reason");
    }

    /** What is wrong with the form; empty when nothing is. */
    public String getProblem() {
        return request.getAttribute(PrivacyServlet.RESULT) instanceof Result result
                ? words.text("titleProblem." + result, TitlePolicies.LONGEST)
                : "";
    }

    /** What was done just now. */
    public String getDone() {
        if (request.getParameter("erased") != null) return words.text("privacy.erased");
        return request.getParameter("changed") != null ? words.text("privacy.changed") : "";
    }
}
