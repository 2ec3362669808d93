package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.CardPicture;
import org.carrel.patrons.CardPicture.Kind;
import org.carrel.patrons.CardScans;
import org.carrel.patrons.CardSheets;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** desk/people-cards.xhtml: cards to print, eight on a page. */
@Named
@RequestScoped
public class PeopleCardsView {
    @Inject
    HttpServletRequest request;

    @Inject
    CardSheets sheets;

    @Inject
    CardScans scans;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    StaffWords words;

    private PatronSearch wish = PatronSearch.words("");
    private Kind kind = Kind.CODE_128;
    private CardSheets.Sheet sheet = new CardSheets.Sheet(List.of(), List.of());

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        wish = PeopleAddress.wish(texts, caller.required());
        kind = texts.oneOf("kind", Kind.CODE_128);
        // Nobody prints a whole school by mistake.
        var asked = !wish.homeroom().isEmpty()
                || !wish.grade().isEmpty()
                || !wish.words().isEmpty();
        if (asked) sheet = sheets.of(wish);
    }

    /** A card as it is printed. */
    public record Card(String name, String room, String number, CardPicture picture) {}

    public List<Card> getCards() {
        return sheet.cards().stream().map(this::card).toList();
    }

    private Card card(CardSheets.Card card) {
        var facts = card.patron().facts();
        var room = Stream.of(facts.get(PatronField.GRADE), facts.get(PatronField.HOMEROOM))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Card(card.patron().spokenName(), room, card.number(), CardPicture.of(card.number(), kind));
    }

    /** A school and whether zeros in front of a card do not count there. */
    public record Rule(String code, String name, boolean ignored) {}

    public List<Rule> getRules() {
        return patrons.sites().entrySet().stream()
                .filter(site -> caller.required().isOf(site.getKey()))
                .map(site -> new Rule(site.getKey(), site.getValue(), scans.zerosIgnored(site.getKey())))
                .toList();
    }

    public String getSchool() {
        return settings.schoolName();
    }

    /** Names of those who have no card and no number. */
    public List<String> getWithout() {
        return sheet.without().stream().map(Patron::sortedName).toList();
    }

    public String getWords() {
        return wish.words();
    }

    public String getFound() {
        return words.text("cards.found", sheet.cards().size());
    }

    public List<Choice> getKinds() {
        return Arrays.stream(Kind.values())
                .map(one -> new Choice(one.name(), words.text("cardKind." + one), one == kind))
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
}
