package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronSearch.Who;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.PeoplePage;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/people.xhtml: people found by name, number or card, narrowed by grade, homeroom and school. */
@Named
@RequestScoped
public class PeopleView {
    private static final int PAGE_SIZE = 25;

    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private PatronSearch wish = PatronSearch.words("");
    private PeoplePage<Patron> page = new PeoplePage<>(List.of(), 1, PAGE_SIZE, 0);
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        wish = PeopleAddress.wish(FormTexts.of(request), caller.required());
        sites = patrons.sites();
        page = patrons.find(wish, Pages.asked(request), PAGE_SIZE);
    }

    /** A row of the list. @param state empty for who is simply here */
    public record Row(long id, String name, String grade, String homeroom, String site, String number, String state) {}

    public List<Row> getRows() {
        var people = new PersonWords(words, sites);
        return page.rows().stream().map(patron -> row(patron, people)).toList();
    }

    private static Row row(Patron patron, PersonWords people) {
        var facts = patron.facts();
        var here = patron.leftOn().isEmpty() && patron.missingSince().isEmpty();
        return new Row(
                patron.id(),
                patron.sortedName(),
                facts.get(PatronField.GRADE),
                facts.get(PatronField.HOMEROOM),
                people.value(PatronField.SITE, facts.get(PatronField.SITE)),
                facts.get(PatronField.IDENTIFIER),
                here ? "" : people.state(patron));
    }

    public String getWords() {
        return wish.words();
    }

    public List<Choice> getGrades() {
        return choices(patrons.grades().stream(), wish.grade());
    }

    public List<Choice> getHomerooms() {
        return choices(patrons.homerooms(wish.site()).stream(), wish.homeroom());
    }

    private List<Choice> choices(Stream<String> texts, String chosen) {
        var all = new Choice(PeopleAddress.ALL, words.text("people.all"), false);
        return Stream.concat(Stream.of(all), texts.map(text -> new Choice(text, text, text.equals(chosen))))
                .toList();
    }

    public List<Choice> getWho() {
        return Arrays.stream(Who.values())
                .map(who -> new Choice(who.name(), words.text("peopleWho." + who), who == wish.who()))
                .toList();
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var all = new Choice(PeopleAddress.ALL, words.text("people.all"), false);
        return Stream.concat(
                        Stream.of(all),
                        sites.entrySet().stream()
                                .map(site -> new Choice(
                                        site.getKey(),
                                        site.getValue(),
                                        site.getKey().equals(wish.site()))))
                .toList();
    }

    public String getFound() {
        return words.text("people.found", page.total());
    }

    public boolean isMayKeep() {
        return caller.may(Operation.KEEP_PEOPLE);
    }

    /** The same people as files. */
    public String getCsv() {
        return PeopleAddress.of(PeopleFilesServlet.CSV, wish);
    }

    public String getXlsx() {
        return PeopleAddress.of(PeopleFilesServlet.XLSX, wish);
    }

    public Pages getPages() {
        return new Pages(PeopleAddress.of(wish), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
