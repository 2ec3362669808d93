package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.devices.Assignments;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.MergeUndone;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronFile;
import org.carrel.patrons.PatronFile.PatronClass;
import org.carrel.patrons.PatronMerges;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronUnmerges;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/person.xhtml: everything about one person, except what circulation knows. Each look is audited. */
@Named
@RequestScoped
public class PersonView {
    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    PatronMerges merges;

    @Inject
    PatronUnmerges unmerges;

    @Inject
    PersonLooks looks;

    @Inject
    Assignments assignments;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<PatronFile> file = Optional.empty();
    private Map<String, String> sites = Map.of();
    private List<Twin> twins = List.of();
    private List<Merge> merged = List.of();
    private Optional<MergeUndone> unmerge = Optional.empty();

    @PostConstruct
    void load() {
        file = patrons.open(Numbered.importNumber(request).orElse(0));
        sites = patrons.sites();
        file.map(PatronFile::patron).ifPresent(this::look);
    }

    private void look(Patron patron) {
        twins = twins(patron);
        merged = merged(patron);
        unmerge = unmerge(patron);
        looks.at(patron);
    }

    public void check() throws IOException {
        if (file.isEmpty()) Pages.notFound();
    }

    /**
     * Something that is known.
     *
     * @param owner who has the say in it, in words; empty where no roster is
     * @param local people here have it: a roster may get it back
     */
    public record Fact(String field, String label, String value, String owner, boolean local) {}

    private Patron patron() {
        return file.orElseThrow().patron();
    }

    public long getId() {
        return patron().id();
    }

    public String getName() {
        return patron().spokenName();
    }

    /** Category, grade, homeroom, school and state on one line. */
    public String getSummary() {
        return summary(patron());
    }

    private String summary(Patron patron) {
        var facts = patron.facts();
        var parts = Stream.of(PatronField.CATEGORY, PatronField.GRADE, PatronField.HOMEROOM, PatronField.SITE)
                .map(field -> people().value(field, facts.get(field)))
                .filter(text -> !text.isEmpty());
        return String.join(
                " · ", Stream.concat(parts, Stream.of(people().state(patron))).toList());
    }

    public boolean isMayTakePayments() {
        return caller.may(Operation.TAKE_PAYMENTS) && patron().mergedInto().isEmpty();
    }

    public boolean isMayKeep() {
        return caller.may(Operation.KEEP_PEOPLE) && patron().mergedInto().isEmpty();
    }

    /** Whether the role tells what somebody reads. */
    public boolean isMaySeeTitles() {
        return caller.may(Operation.SEE_TITLES_OF_PERSON)
                && patron().mergedInto().isEmpty();
    }

    /** What was done just now, in words; empty when nothing was. */
    public String getDone() {
        var done = FormTexts.of(request).get("done");
        return Stream.of("saved", "card", "replaced", "lost", "blocked", "lifted", "given-back", "merged", "unmerged")
                .filter(done::equals)
                .map(word -> words.text("person.done." + word))
                .findFirst()
                .orElse("");
    }

    public String getCardProblem() {
        return problem("cards");
    }

    /** What a new block can stop. */
    public List<String> getStops() {
        return Arrays.stream(BlockedAct.values()).map(BlockedAct::name).toList();
    }

    public String getBlockProblem() {
        return problem("blocks");
    }

    public String getFactProblem() {
        return problem("facts");
    }

    private String problem(String part) {
        return request.getAttribute(PersonServlet.ANSWER) instanceof PersonButtons.Answer answer
                        && answer.part().equals(part)
                ? words.text(answer.problem(), answer.detail())
                : "";
    }

    /** What was typed and not taken. */
    public String getTypedReason() {
        return getBlockProblem().isEmpty() ? "" : FormTexts.of(request).get("reason");
    }

    public List<Fact> getFacts() {
        return Arrays.stream(PatronField.values())
                .filter(field -> field != PatronField.STATUS)
                .filter(field -> !patron().facts().get(field).isEmpty())
                .map(this::fact)
                .toList();
    }

    private Fact fact(PatronField field) {
        var local = patron().source().isPresent() && patron().local().contains(field);
        var owner = patron().source()
                .map(source -> local ? words.text("person.ours") : words.text("person.theirs", source))
                .orElse("");
        return new Fact(
                field.name(),
                people().label(field),
                people().value(field, patron().facts().get(field)),
                owner,
                local);
    }

    /** Where the person comes from. */
    public String getOrigin() {
        var added = words.day(patron().added());
        return patron().source()
                .map(source -> words.text("person.fromRoster", source, added))
                .orElseGet(() -> words.text("person.byHand", added));
    }

    /** The last day of borrowing, as a sentence; empty when there is none. */
    public String getExpires() {
        return patron().expires()
                .map(day -> words.text("person.expires", people().day(day)))
                .orElse("");
    }

    public String getNote() {
        return patron().note();
    }

    public List<PersonParts.Card> getCards() {
        return parts().cards(file.orElseThrow());
    }

    /** Those that hold. */
    public List<PersonParts.Block> getBlocks() {
        return parts().blocks(file.orElseThrow(), true);
    }

    /** Those that were. */
    public List<PersonParts.Block> getPastBlocks() {
        return parts().blocks(file.orElseThrow(), false);
    }

    public List<PersonParts.Event> getEvents() {
        return parts().events(file.orElseThrow());
    }

    private PersonParts parts() {
        return new PersonParts(words, people(), LocalDate.now(clock));
    }

    public List<PatronClass> getClasses() {
        return file.orElseThrow().classes();
    }

    /** Somebody who may be the same person. */
    public record Twin(long id, String name, String facts) {}

    /** Somebody who was merged into this one. */
    public record Merge(String title, List<String> moved) {}

    public List<Twin> getTwins() {
        return twins;
    }

    public List<Merge> getMerges() {
        return merged;
    }

    private List<Twin> twins(Patron patron) {
        if (!isMayKeep()) return List.of();
        return patrons.twins(patron, caller.required().site().orElse("")).stream()
                .map(twin -> new Twin(twin.id(), twin.sortedName(), summary(twin)))
                .toList();
    }

    private List<Merge> merged(Patron patron) {
        return merges.into(patron.id()).stream()
                .map(merge -> new Merge(
                        words.text("merge.done", merge.name(), merge.by(), words.time(merge.at())),
                        MergeWords.moved(merge, words, sites)))
                .toList();
    }

    private Optional<MergeUndone> unmerge(Patron patron) {
        var by = caller.required();
        var kept = patron.mergedInto().flatMap(patrons::find);
        return kept.filter(one -> caller.may(Operation.KEEP_PEOPLE) && PersonMergeServlet.isInReach(one, by))
                .map(one -> unmerges.preview(patron.id(), by));
    }

    /** Whether this person was merged, and who asks may want to have it undone. */
    public boolean isUnmergeable() {
        return unmerge.isPresent();
    }

    /** Why the merge cannot be undone; empty when it can. */
    public String getUnmergeProblem() {
        return unmerge.filter(MergeUndone.Refused.class::isInstance)
                .map(MergeUndone.Refused.class::cast)
                .map(refused -> words.text("unmergeProblem." + refused.problem()))
                .orElse("");
    }

    /** What goes back to this person. */
    public List<String> getGoesBack() {
        return undone().map(plan -> MergeWords.back(plan, words, sites)).orElse(List.of());
    }

    /** What stays with the one who was kept. */
    public List<String> getStays() {
        return undone().map(plan -> MergeWords.stays(plan, words)).orElse(List.of());
    }

    /** What is told in any case: what came since stays. */
    public String getSince() {
        return undone().map(plan -> words.text("unmerge.since", plan.keptName()))
                .orElse("");
    }

    private Optional<MergeUndone.Undone> undone() {
        return unmerge.filter(MergeUndone.Undone.class::isInstance).map(MergeUndone.Undone.class::cast);
    }

    /** Where the card is printed; empty when there is none and no number either. */
    public String getPrintPath() {
        var good = getCards().stream()
                .filter(PersonParts.Card::good)
                .map(PersonParts.Card::number)
                .findFirst();
        var number = good.orElse(patron().facts().get(PatronField.IDENTIFIER));
        var wish = new PatronSearch(number, "", "", "", PatronSearch.Who.ALL);
        return number.isEmpty() ? "" : PeopleAddress.of("/desk/people-cards", wish);
    }

    /** The number of who has everything now; 0 when nobody has. */
    public long getMergedInto() {
        return patron().mergedInto().orElse(0L);
    }

    private PersonWords people() {
        return new PersonWords(words, sites);
    }

    /** A device for the year. */
    public record AssignedDevice(long device, String name, String about) {}

    /** What the person has for the year. */
    public List<AssignedDevice> getAssigned() {
        if (!caller.may(Operation.SEE_TITLES_OF_PERSON)) return List.of();
        return assignments.ofPatron(getId()).stream()
                .map(one -> new AssignedDevice(
                        one.device(), one.deviceName(), one.model() + " · " + words.day(one.assigned())))
                .toList();
    }

    public boolean isMayLendDevices() {
        return caller.may(Operation.LEND_DEVICES);
    }
}
