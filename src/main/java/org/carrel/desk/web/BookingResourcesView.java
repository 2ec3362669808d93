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
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.devices.Carts;
import org.carrel.scheduling.BookingPolicies;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ResourceProblem;
import org.carrel.school.SchoolSite;
import org.carrel.security.Accounts;
import org.carrel.security.CurrentCaller;

/** desk/booking-resources.xhtml: what classes can book. */
@Named
@RequestScoped
public class BookingResourcesView {
    private static final Map<ResourceProblem, String> FIELDS = Map.of(
            ResourceProblem.NO_NAME, "nameEn",
            ResourceProblem.NAME_TAKEN, "nameEn",
            ResourceProblem.CLASSES, "classes",
            ResourceProblem.SEATS, "seats",
            ResourceProblem.MINUTES, "before",
            ResourceProblem.DEVICE, "device",
            ResourceProblem.ACCOUNT, "account",
            ResourceProblem.POLICY, "policy");

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    BookingResources resources;

    @Inject
    BookingPolicies policies;

    @Inject
    Carts carts;

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts asked = new FormTexts(Map.of());
    private List<BookingResource> all = List.of();
    private Set<ResourceProblem> problems = Set.of();
    private Optional<BookingResource> edited = Optional.empty();

    @PostConstruct
    @SuppressWarnings("unchecked")
    void load() {
        asked = FormTexts.of(request);
        site = reach.chosen(asked.get("site"));
        all = site.map(known -> resources.list(known.code())).orElse(all);
        if (request.getAttribute(BookingResourcesServlet.PROBLEMS) instanceof Set<?> known)
            problems = (Set<ResourceProblem>) known;
        if (!problems.isEmpty() && asked.get("do").equals("save"))
            edited = Optional.of(BookingResourcesServlet.resource(asked, getSite()));
        else
            edited = all.stream()
                    .filter(resource -> resource.id() == FormTexts.number(asked.get("edit")))
                    .findFirst();
    }

    /** Answers 404 for a site that is not there, and for a thing that is not. */
    public void check() throws IOException {
        var gone = site.isEmpty() && !asked.get("site").isEmpty();
        if (gone || !asked.get("edit").isEmpty() && edited.isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(BookingResourcesServlet.PAGE, getSite());
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    /** @param about how many classes and people, and the time around it */
    public record Row(long id, String name, String kind, String about, String policy, boolean retired, String edit) {}

    public List<Row> getRows() {
        var says = new BookingWords(words);
        var names = policies.list(getSite()).stream().collect(Collectors.toMap(each -> each.id(), each -> each.name()));
        return all.stream()
                .map(resource -> new Row(
                        resource.id(),
                        says.name(resource),
                        words.text("resourceKind." + resource.kind()),
                        about(resource),
                        resource.policy().isPresent()
                                ? names.getOrDefault(resource.policy().getAsLong(), "")
                                : words.text("policies.usual"),
                        resource.retired(),
                        BookingResourcesServlet.PAGE + "?site=" + FormTexts.encoded(getSite()) + "&edit="
                                + resource.id() + "#form"))
                .toList();
    }

    private String about(BookingResource resource) {
        var about = new ArrayList<String>();
        if (resource.classes() > 1) about.add(words.text("resources.classesOf", resource.classes()));
        resource.seats().ifPresent(seats -> about.add(words.text("booking.seatsOf", seats)));
        resource.devices().ifPresent(devices -> about.add(words.text("booking.devicesOf", devices)));
        if (!resource.before().isZero())
            about.add(words.text("resources.beforeOf", resource.before().toMinutes()));
        if (!resource.after().isZero())
            about.add(words.text("resources.afterOf", resource.after().toMinutes()));
        return String.join(" · ", about);
    }

    public boolean isEditing() {
        return edited.filter(resource -> resource.id() != 0).isPresent();
    }

    public long getId() {
        return edited.map(BookingResource::id).orElse(0L);
    }

    /** What stands in each field, as it was typed or as it is kept. */
    public Map<String, String> getTexts() {
        if (!problems.isEmpty()) return asked.texts();
        var texts = new HashMap<String, String>();
        edited.ifPresent(resource -> {
            texts.put("nameEn", resource.nameEn());
            texts.put("nameEs", resource.nameEs());
            texts.put("classes", String.valueOf(resource.classes()));
            texts.put("seats", text(resource.seats()));
            texts.put("before", String.valueOf(resource.before().toMinutes()));
            texts.put("after", String.valueOf(resource.after().toMinutes()));
            texts.put("position", String.valueOf(resource.position()));
        });
        return texts;
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }

    /** What is wrong with each field, by its id. */
    public Map<String, String> getWrong() {
        var wrong = new HashMap<String, String>();
        for (var problem : problems)
            Optional.ofNullable(FIELDS.get(problem))
                    .ifPresent(field -> wrong.put(field, words.text("resourceProblem." + problem)));
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
        if (problems.isEmpty()) return "";
        return problems.contains(ResourceProblem.GONE)
                ? words.text("resourceProblem.GONE")
                : words.text("booking.wrong");
    }

    public List<Choice> getKinds() {
        var chosen = edited.map(BookingResource::kind).orElse(Kind.ZONE);
        return Arrays.stream(Kind.values())
                .filter(kind -> !isEditing() || kind == chosen)
                .map(kind -> new Choice(kind.name(), words.text("resourceKind." + kind), kind == chosen))
                .toList();
    }

    /** Carts of the inventory, and none. */
    public List<Choice> getCarts() {
        var chosen = edited.map(BookingResource::device).filter(device -> device.isPresent());
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.text("resources.noDevice"), chosen.isEmpty()));
        carts.list(caller.required()).stream()
                .map(row -> row.cart())
                .filter(cart -> cart.siteCode().equalsIgnoreCase(getSite()))
                .forEach(cart -> choices.add(new Choice(
                        String.valueOf(cart.id()),
                        cart.name(),
                        chosen.filter(device -> device.getAsLong() == cart.id()).isPresent())));
        return choices;
    }

    /** People who sign in at the site, and nobody. */
    public List<Choice> getPeople() {
        var chosen = edited.map(BookingResource::account).filter(account -> account.isPresent());
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.text("resources.nobody"), chosen.isEmpty()));
        accounts.staffOf(getSite())
                .forEach((number, name) -> choices.add(new Choice(
                        String.valueOf(number),
                        name,
                        chosen.filter(account -> account.getAsLong() == number).isPresent())));
        return choices;
    }

    public List<Choice> getPolicies() {
        var chosen = edited.map(BookingResource::policy).filter(policy -> policy.isPresent());
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.text("policies.usual"), chosen.isEmpty()));
        policies.list(getSite())
                .forEach(policy -> choices.add(new Choice(
                        String.valueOf(policy.id()),
                        policy.name(),
                        chosen.filter(number -> number.getAsLong() == policy.id())
                                .isPresent())));
        return choices;
    }

    public String getDone() {
        return switch (problems.isEmpty() ? asked.get("done") : "") {
            case "save" -> words.text("resources.done.save");
            case "retire" -> words.text("resources.done.retire");
            case "restore" -> words.text("resources.done.restore");
            case "propose" -> words.text("resources.done.propose", Math.max(0, FormTexts.integer(asked.get("number"))));
            default -> "";
        };
    }
}
