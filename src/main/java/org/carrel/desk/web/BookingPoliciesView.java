package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.BookingPolicies;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.scheduling.PolicyProblem;
import org.carrel.school.SchoolSite;

/** desk/booking-policies.xhtml: who may book what, when, and how much of it. */
@Named
@RequestScoped
public class BookingPoliciesView {
    private static final Map<PolicyProblem, String> FIELDS = Map.of(
            PolicyProblem.NO_NAME, "name",
            PolicyProblem.NAME_TAKEN, "name",
            PolicyProblem.NO_ROLES, "roles",
            PolicyProblem.LATEST, "latest",
            PolicyProblem.DAYS_AHEAD, "daysAhead",
            PolicyProblem.PER_DAY, "perDay",
            PolicyProblem.PER_WEEK, "perWeek",
            PolicyProblem.PER_TERM, "perTerm",
            PolicyProblem.IN_A_ROW, "inARow",
            PolicyProblem.CANCEL, "cancel");

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    BookingPolicies policies;

    @Inject
    BookingResources resources;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts asked = new FormTexts(Map.of());
    private List<NamedPolicy> all = List.of();
    private List<BookingResource> things = List.of();
    private Set<PolicyProblem> problems = Set.of();
    private Optional<NamedPolicy> edited = Optional.empty();

    @PostConstruct
    @SuppressWarnings("unchecked")
    void load() {
        asked = FormTexts.of(request);
        site = reach.chosen(asked.get("site"));
        all = site.map(known -> policies.list(known.code())).orElse(all);
        things = site.map(known -> resources.list(known.code())).orElse(things);
        if (request.getAttribute(BookingPoliciesServlet.PROBLEMS) instanceof Set<?> known)
            problems = (Set<PolicyProblem>) known;
        if (!problems.isEmpty() && asked.get("do").equals("save"))
            edited = Optional.of(BookingPoliciesServlet.policy(asked, getSite()));
        else
            edited = all.stream()
                    .filter(policy -> policy.id() == FormTexts.number(asked.get("edit")))
                    .findFirst();
    }

    /** Answers 404 for a site that is not there, and for a policy that is not. */
    public void check() throws IOException {
        var gone = site.isEmpty() && !asked.get("site").isEmpty();
        if (gone || !asked.get("edit").isEmpty() && edited.isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(BookingPoliciesServlet.PAGE, getSite());
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    /** @param says what it says, a sentence for each rule */
    public record Row(long id, String name, List<String> says, String things, boolean removable, String edit) {}

    public List<Row> getRows() {
        return all.stream()
                .map(each -> new Row(
                        each.id(),
                        each.name(),
                        says(each.policy()),
                        things(each.resources()),
                        each.resources().isEmpty(),
                        BookingPoliciesServlet.PAGE + "?site=" + FormTexts.encoded(getSite()) + "&edit=" + each.id()
                                + "#form"))
                .toList();
    }

    /** What holds where nothing else was said. */
    public List<String> getUsual() {
        return says(BookingPolicy.USUAL);
    }

    private List<String> says(BookingPolicy policy) {
        var says = new ArrayList<String>();
        var roles = Arrays.stream(Booker.values())
                .filter(policy.roles()::contains)
                .map(role -> words.text("booker." + role))
                .collect(Collectors.joining(", "));
        says.add(words.text("policySays.roles", roles));
        says.add(words.text("policySays.latest", policy.latest().toHours()));
        policy.daysAhead().ifPresent(number -> says.add(words.text("policySays.daysAhead", number)));
        policy.perDay().ifPresent(number -> says.add(words.text("policySays.perDay", number)));
        policy.perWeek().ifPresent(number -> says.add(words.text("policySays.perWeek", number)));
        policy.perTerm().ifPresent(number -> says.add(words.text("policySays.perTerm", number)));
        policy.daysInARow().ifPresent(number -> says.add(words.text("policySays.inARow", number)));
        if (policy.approval()) says.add(words.text("policySays.approval"));
        says.add(words.text("policySays.cancel", policy.cancel().toHours()));
        return says;
    }

    private String things(Set<Long> numbers) {
        var says = new BookingWords(words);
        return things.stream()
                .filter(thing -> numbers.contains(thing.id()))
                .map(says::name)
                .collect(Collectors.joining(", "));
    }

    public boolean isEditing() {
        return edited.filter(policy -> policy.id() != 0).isPresent();
    }

    public long getId() {
        return edited.map(NamedPolicy::id).orElse(0L);
    }

    /** What stands in each field, as it was typed or as it is kept; a new one begins like the usual one. */
    public Map<String, String> getTexts() {
        if (!problems.isEmpty()) return asked.texts();
        var policy = edited.map(NamedPolicy::policy).orElse(BookingPolicy.USUAL);
        var texts = new HashMap<String, String>();
        texts.put("name", edited.map(NamedPolicy::name).orElse(""));
        texts.put("latest", String.valueOf(policy.latest().toHours()));
        texts.put("daysAhead", text(policy.daysAhead()));
        texts.put("perDay", text(policy.perDay()));
        texts.put("perWeek", text(policy.perWeek()));
        texts.put("perTerm", text(policy.perTerm()));
        texts.put("inARow", text(policy.daysInARow()));
        texts.put("cancel", String.valueOf(policy.cancel().toHours()));
        return texts;
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }

    /** A box to tick. */
    public record Box(String id, String name, boolean on) {}

    public List<Box> getRoles() {
        var chosen = edited.map(NamedPolicy::policy).orElse(BookingPolicy.USUAL).roles();
        return Arrays.stream(Booker.values())
                .map(role -> new Box(
                        BookingPoliciesServlet.ROLE + role, words.text("booker." + role), chosen.contains(role)))
                .toList();
    }

    public List<Box> getThings() {
        var says = new BookingWords(words);
        var chosen = edited.map(NamedPolicy::resources).orElse(Set.of());
        return things.stream()
                .map(thing -> new Box(
                        BookingPoliciesServlet.RESOURCE + thing.id(), says.name(thing), chosen.contains(thing.id())))
                .toList();
    }

    public boolean isApproval() {
        return edited.map(NamedPolicy::policy).orElse(BookingPolicy.USUAL).approval();
    }

    /** What is wrong with each field, by its id. */
    public Map<String, String> getWrong() {
        var wrong = new HashMap<String, String>();
        for (var problem : problems)
            Optional.ofNullable(FIELDS.get(problem))
                    .ifPresent(field -> wrong.put(field, words.text("policyProblem." + problem)));
        return wrong;
    }

    public String getFocus() {
        return problems.stream()
                .sorted()
                .flatMap(problem -> Optional.ofNullable(FIELDS.get(problem)).stream())
                .findFirst()
                .orElse("");
    }

    public String getProblem() {
        return problems.stream()
                .filter(problem -> !FIELDS.containsKey(problem))
                .map(problem -> words.text("policyProblem." + problem))
                .findFirst()
                .orElseGet(() -> problems.isEmpty() ? "" : words.text("booking.wrong"));
    }

    public String getDone() {
        return switch (problems.isEmpty() ? asked.get("done") : "") {
            case "save" -> words.text("policies.done.save");
            case "remove" -> words.text("policies.done.remove");
            default -> "";
        };
    }
}
