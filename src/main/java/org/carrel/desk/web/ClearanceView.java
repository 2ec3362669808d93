package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.Clearance;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronSearch.Who;
import org.carrel.patrons.Patrons;
import org.carrel.patrons.PeoplePage;
import org.carrel.security.CurrentCaller;

/** desk/clearance.xhtml: who leaves or has left, or a homeroom, with what each still has and whom to write to. */
@Named
@RequestScoped
public class ClearanceView {
    private static final int PAGE_SIZE = 100;

    @Inject
    HttpServletRequest request;

    @Inject
    Clearance clearance;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private PatronSearch wish = PatronSearch.words("");
    private boolean onlyHolding;
    private PeoplePage<Clearance.Row> page = new PeoplePage<>(List.of(), 1, PAGE_SIZE, 0);
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        var asked = PeopleAddress.wish(texts, caller.required());
        var who = texts.oneOf("who", Who.LEAVERS);
        wish = new PatronSearch("", asked.grade(), asked.homeroom(), asked.site(), who);
        onlyHolding = texts.has("holding");
        sites = patrons.sites();
        page = clearance.list(wish, onlyHolding, Pages.asked(request), PAGE_SIZE);
    }

    /** A row of the list. @param holds empty when nobody knows */
    public record Row(long id, String name, String homeroom, String state, String guardian, String holds) {}

    public List<Row> getRows() {
        return page.rows().stream().map(this::row).toList();
    }

    private Row row(Clearance.Row row) {
        var facts = row.patron().facts();
        var guardian = Stream.of(PatronField.GUARDIAN_NAME, PatronField.GUARDIAN_EMAIL, PatronField.GUARDIAN_PHONE)
                .map(facts::get)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        var room = Stream.of(facts.get(PatronField.GRADE), facts.get(PatronField.HOMEROOM))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Row(
                row.patron().id(),
                row.patron().sortedName(),
                room,
                new PersonWords(words, sites).state(row.patron()),
                guardian,
                row.holds().map(words::number).orElse(""));
    }

    /** Whether anybody knows what people have. */
    public boolean isKnown() {
        return clearance.isKnown();
    }

    public boolean isHolding() {
        return onlyHolding;
    }

    public List<Choice> getWho() {
        return Arrays.stream(Who.values())
                .map(who -> new Choice(who.name(), words.text("peopleWho." + who), who == wish.who()))
                .toList();
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

    public String getFound() {
        return words.text("people.found", page.total());
    }

    public Pages getPages() {
        var address = PeopleAddress.of("/desk/clearance", wish) + (onlyHolding ? "&holding=yes" : "");
        return new Pages(address, page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
