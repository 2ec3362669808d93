package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.RosterColumnsQuestion;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.Rosters;

/** The part of desk/roster.xhtml that asks which column of a plain list is which field. */
@Named
@RequestScoped
public class RosterColumnsView {
    @Inject
    HttpServletRequest request;

    @Inject
    Rosters rosters;

    @Inject
    Patrons patrons;

    @Inject
    StaffWords words;

    private Optional<RosterColumnsQuestion> question = Optional.empty();
    private Optional<RosterMapping> mapping = Optional.empty();
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        question = rosters.question(Numbered.importNumber(request).orElse(0));
        sites = patrons.sites();
        mapping = question.map(RosterColumnsQuestion::guess);
        if (request.getAttribute(RosterActionServlet.MAPPING) instanceof RosterMapping sent) {
            mapping = Optional.of(sent);
        }
    }

    /** A column of the list. @param at its place in the form */
    public record Column(int at, String name, String sample, List<Choice> fields) {}

    public List<Column> getColumns() {
        var columns = question.map(RosterColumnsQuestion::columns).orElse(List.of());
        var rows = question.map(RosterColumnsQuestion::sample).orElse(List.of());
        var all = new ArrayList<Column>();
        for (var column : columns) {
            var at = all.size();
            var sample = rows.stream()
                    .map(row -> row.get(at))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            all.add(new Column(at, column, String.join(", ", sample), fields(column)));
        }
        return all;
    }

    private List<Choice> fields(String column) {
        var chosen = chosen(column);
        var nothing = new Choice(RosterMappingForm.NOTHING, words.text("columns.nothing"), chosen.isEmpty());
        var card = new Choice(
                RosterMappingForm.CARD, words.text("rosterField.CARD"), chosen.equals(RosterMappingForm.CARD));
        var people = new PersonWords(words, sites);
        var fields = Arrays.stream(PatronField.values())
                .map(field -> new Choice(
                        field.name(), people.label(field), field.name().equals(chosen)));
        return Stream.concat(Stream.of(nothing, card), fields).toList();
    }

    private String chosen(String column) {
        if (mapping.isEmpty()) return "";
        if (mapping.get().card().equals(column)) return RosterMappingForm.CARD;
        return mapping.get().columns().entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElse("");
    }

    public List<Choice> getCategories() {
        var chosen = mapping.map(RosterMapping::category).orElse(PatronCategory.STUDENT);
        return Arrays.stream(PatronCategory.values())
                .map(one -> new Choice(one.name(), words.text("patronCategory." + one), one == chosen))
                .toList();
    }

    public List<Choice> getSites() {
        var chosen = mapping.map(RosterMapping::site).orElse("");
        var none = new Choice(PeopleAddress.ALL, words.text("personEdit.noSite"), chosen.isEmpty());
        return Stream.concat(
                        Stream.of(none),
                        sites.entrySet().stream()
                                .map(site -> new Choice(
                                        site.getKey(),
                                        site.getValue(),
                                        site.getKey().equals(chosen))))
                .toList();
    }

    /** Why the columns were not taken; empty when they were. */
    public String getProblem() {
        return request.getAttribute(RosterActionServlet.PROBLEM) instanceof String key
                ? words.text(Objects.requireNonNull(key))
                : "";
    }
}
