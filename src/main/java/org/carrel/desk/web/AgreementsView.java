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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Agreement;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.Agreements;
import org.carrel.devices.DeviceCategory;
import org.carrel.patrons.Clearance;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSearch;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/agreements.xhtml: what has to be signed this year, and who has not, by homeroom. */
@Named
@RequestScoped
public class AgreementsView {
    private static final int PEOPLE = 10_000;

    @Inject
    HttpServletRequest request;

    @Inject
    Agreements agreements;

    @Inject
    Clearance people;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<Agreement> all = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        all = agreements.all(caller.required());
    }

    /** An agreement. */
    public record Row(int id, String name, String about, int version, String published) {}

    public List<Row> getRows() {
        return all.stream()
                .map(one -> new Row(one.id(), one.name(), about(one), one.version(), words.day(one.published())))
                .toList();
    }

    private String about(Agreement one) {
        return Stream.of(
                        one.whom().map(whom -> words.text("patronCategory." + whom)),
                        one.what().map(what -> words.text("deviceCategory." + what)),
                        one.site(),
                        Optional.of(one.schoolYear() + "–" + (one.schoolYear() + 1)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<Agreement> chosen() {
        var id = FormTexts.integer(texts.get("agreement"));
        return all.stream().filter(one -> one.id() == id).findFirst();
    }

    public boolean isChosen() {
        return chosen().isPresent();
    }

    public int getId() {
        return chosen().map(Agreement::id).orElse(0);
    }

    public String getChosenName() {
        return chosen().map(Agreement::name).orElse("");
    }

    /** Somebody who has not signed. */
    public record Unsigned(long id, String name, String homeroom, String grade) {}

    /** By homeroom, then by name. */
    public List<Unsigned> getUnsigned() {
        if (chosen().isEmpty()) return List.of();
        var wish = new PatronSearch(
                "", "", texts.get("homeroom"), caller.required().site().orElse(""), PatronSearch.Who.ACTIVE);
        var among = people.list(wish, false, 1, PEOPLE).rows().stream()
                .map(Clearance.Row::patron)
                .toList();
        return agreements.unsigned(chosen().get(), among).stream()
                .map(this::unsigned)
                .toList();
    }

    private Unsigned unsigned(Patron person) {
        return new Unsigned(
                person.id(),
                person.sortedName(),
                person.facts().get(PatronField.HOMEROOM),
                person.facts().get(PatronField.GRADE));
    }

    public String getCount() {
        return words.text("agreements.unsigned", getUnsigned().size());
    }

    public boolean isMayPublish() {
        return caller.may(Operation.DESK_SETTINGS);
    }

    private Optional<AgreementProblem> problem() {
        return request.getAttribute(AgreementsServlet.PROBLEM) instanceof AgreementProblem found
                ? Optional.of(found)
                : Optional.empty();
    }

    public String getProblem() {
        return problem().map(one -> words.text("agreementProblem." + one)).orElse("");
    }

    public String getDone() {
        return texts.get("done").equals("yes") ? words.text("agreements.done") : "";
    }

    /** What was typed; else what the agreement says that is to get other words. */
    private String typed(String name, String known) {
        return problem().isPresent() ? texts.get(name) : known;
    }

    public String getName() {
        return typed("name", getChosenName());
    }

    public String getEnglish() {
        return typed("english", chosen().map(Agreement::english).orElse(""));
    }

    public String getSpanish() {
        return typed("spanish", chosen().map(Agreement::spanish).orElse(""));
    }

    public List<Choice> getWhom() {
        return choices(PatronCategory.values(), "patronCategory.", texts.get("whom"));
    }

    public List<Choice> getWhat() {
        return choices(DeviceCategory.values(), "deviceCategory.", texts.get("what"));
    }

    private List<Choice> choices(Enum<?>[] constants, String key, String chosen) {
        var all = new ArrayList<Choice>();
        all.add(new Choice(PeopleAddress.ALL, words.text("people.all"), false));
        Arrays.stream(constants)
                .map(one ->
                        new Choice(one.name(), words.text(key + one), one.name().equals(chosen)))
                .forEach(all::add);
        return all;
    }

    public List<Choice> getSites() {
        var all = new ArrayList<Choice>();
        if (caller.required().site().isEmpty()) all.add(new Choice(PeopleAddress.ALL, words.text("people.all"), false));
        reach.all()
                .forEach(site ->
                        all.add(new Choice(site.code(), site.name(), site.code().equals(texts.get("site")))));
        return all;
    }

    public List<Choice> getYears() {
        var now = agreements.schoolYear();
        return Stream.of(now, now + 1)
                .map(year -> new Choice(
                        String.valueOf(year),
                        year + "–" + (year + 1),
                        String.valueOf(year).equals(texts.get("year"))))
                .toList();
    }
}
