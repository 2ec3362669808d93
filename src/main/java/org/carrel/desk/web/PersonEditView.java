package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/person-edit.xhtml: a person as a form, new or not. */
@Named
@RequestScoped
public class PersonEditView {
    private static final List<PatronField> NAMES = List.of(
            PatronField.FAMILY_NAME, PatronField.GIVEN_NAME, PatronField.MIDDLE_NAME, PatronField.PREFERRED_NAME);
    private static final List<PatronField> SCHOOL = List.of(
            PatronField.GRADE, PatronField.HOMEROOM, PatronField.IDENTIFIER, PatronField.USERNAME, PatronField.EMAIL);
    private static final List<PatronField> GUARDIAN =
            List.of(PatronField.GUARDIAN_NAME, PatronField.GUARDIAN_EMAIL, PatronField.GUARDIAN_PHONE);

    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Patron> stored = Optional.empty();
    private PersonDraft draft = PersonDraft.empty("");
    private Map<String, String> sites = Map.of();

    @PostConstruct
    void load() {
        sites = patrons.sites();
        var number = Numbered.importNumber(request);
        if (number.isPresent()) stored = patrons.find(number.getAsLong());
        stored.ifPresent(looks::at);
        draft = stored.map(PersonDraft::of)
                .orElseGet(() -> PersonDraft.empty(caller.required().site().orElse("")));
        if (request.getAttribute(PersonServlet.SENT) instanceof PersonDraft sent) draft = sent;
    }

    /** Who was merged has everything elsewhere. */
    public void check() throws IOException {
        if (stored.filter(patron -> patron.mergedInto().isPresent()).isPresent()) Pages.notFound();
    }

    /**
     * A field of the form.
     *
     * @param help whose it is; empty when nobody else's
     * @param problem empty when it is right
     */
    public record Field(String id, String label, String value, String help, String problem, int longest) {}

    public boolean isNew() {
        return draft.id() == 0;
    }

    public String getTitle() {
        return stored.map(patron -> words.text("personEdit.title", patron.spokenName()))
                .orElseGet(() -> words.text("personEdit.new"));
    }

    /** Where the form goes, and where the way back leads, without the context path. */
    public String getAction() {
        return isNew() ? PersonServlet.NEW : "/desk/person/" + draft.id() + "/edit";
    }

    public String getBack() {
        return isNew() ? "/desk/people" : "/desk/person/" + draft.id();
    }

    public int getVersion() {
        return draft.version();
    }

    public boolean isStale() {
        return draft.stale();
    }

    /** The name of the roster that fills the fields; empty when none does. */
    public String getRosterHelp() {
        return stored.flatMap(Patron::source)
                .map(source -> words.text("personEdit.roster", source))
                .orElse("");
    }

    public List<Field> getNames() {
        return fields(NAMES);
    }

    public List<Field> getSchool() {
        return fields(SCHOOL);
    }

    public List<Field> getGuardian() {
        return fields(GUARDIAN);
    }

    private List<Field> fields(List<PatronField> fields) {
        return fields.stream().map(this::field).toList();
    }

    private Field field(PatronField field) {
        return new Field(
                field.name(),
                people().label(field),
                draft.facts().get(field),
                help(field),
                problem(field),
                field.longest());
    }

    private String help(PatronField field) {
        var source = stored.flatMap(Patron::source);
        if (source.isEmpty()) return field == PatronField.FAMILY_NAME ? words.text("personEdit.oneName") : "";
        return stored.filter(patron -> patron.local().contains(field)).isPresent()
                ? words.text("personEdit.ours")
                : words.text("personEdit.theirs", source.get());
    }

    private String problem(PatronField field) {
        var problem = draft.problems().get(field);
        return problem == null ? "" : words.text("personProblem." + problem, field.longest());
    }

    public String getSiteProblem() {
        return problem(PatronField.SITE);
    }

    public String getDayProblem() {
        return draft.badDay() ? words.text("personProblem.NO_DAY") : "";
    }

    public String getNoteProblem() {
        return draft.longNote() ? words.text("personProblem.LONG_NOTE", Patron.MAX_NOTE) : "";
    }

    public String getNote() {
        return draft.note();
    }

    public String getLastDay() {
        return draft.lastDay();
    }

    public List<Choice> getCategories() {
        return Arrays.stream(PatronCategory.values())
                .map(one -> new Choice(
                        one.name(),
                        words.text("patronCategory." + one),
                        one == draft.facts().category()))
                .toList();
    }

    public List<Choice> getStatuses() {
        return Stream.of(PatronStatus.ACTIVE, PatronStatus.INACTIVE, PatronStatus.GRADUATED)
                .map(one -> new Choice(
                        one.name(),
                        words.text("patronStatus." + one),
                        one == draft.facts().status()))
                .toList();
    }

    /** Those in reach; none at all is a choice of who works for all schools. */
    public List<Choice> getSites() {
        var by = caller.required();
        var chosen = draft.facts().get(PatronField.SITE);
        var none = new Choice(PeopleAddress.ALL, words.text("personEdit.noSite"), chosen.isEmpty());
        var each = sites.entrySet().stream()
                .filter(site -> by.isOf(site.getKey()))
                .map(site ->
                        new Choice(site.getKey(), site.getValue(), site.getKey().equals(chosen)));
        return by.site().isPresent()
                ? each.toList()
                : Stream.concat(Stream.of(none), each).toList();
    }

    private PersonWords people() {
        return new PersonWords(words, sites);
    }
}
