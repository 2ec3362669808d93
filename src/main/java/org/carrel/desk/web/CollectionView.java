package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.CollectionPage;
import org.carrel.devices.CollectionPage.Holder;
import org.carrel.devices.CollectionPlan;
import org.carrel.devices.DeviceCollections;
import org.carrel.devices.DeviceInventory;
import org.carrel.patrons.PatronField;
import org.carrel.security.CurrentCaller;

/** desk/collection.xhtml and desk/collection-letters.xhtml: taking back what is out at the end of a year. */
@Named
@RequestScoped
public class CollectionView {
    /** Of the chart, in its own units. */
    private static final int HEIGHT = 100;

    private static final int STEP = 24;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceCollections collections;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<CollectionPage> found = Optional.empty();
    private List<CollectionPlan> plans = List.of();

    @PostConstruct
    void load() {
        plans = collections.list(caller.required());
        if (isAsked())
            found = collections.open(FormTexts.number(FormTexts.of(request).get("plan")), caller.required());
    }

    private boolean isAsked() {
        return !FormTexts.of(request).get("plan").isEmpty();
    }

    /** A collection that is not there is asked for, or a page that needs one has none. */
    public void check() throws IOException {
        if (isAsked() && found.isEmpty()) Pages.notFound();
    }

    public void checkOpen() throws IOException {
        if (found.isEmpty()) Pages.notFound();
    }

    public boolean isOpen() {
        return found.isPresent();
    }

    private CollectionPage page() {
        return found.orElseThrow();
    }

    /** A collection of the list. */
    public record Row(long id, String name, String site, String days, String state) {}

    public List<Row> getPlans() {
        return plans.stream()
                .map(plan -> new Row(
                        plan.id(),
                        plan.name(),
                        plan.siteName(),
                        days(plan),
                        words.text(plan.closed().isPresent() ? "collection.closed" : "collection.open")))
                .toList();
    }

    private String days(CollectionPlan plan) {
        var said = new DeviceWords(words);
        return said.day(plan.starts()) + " – " + said.day(plan.ends());
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public List<Choice> getSites() {
        var typed = FormTexts.of(request).get("site");
        return inventory.sites(caller.required()).stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(typed)))
                .toList();
    }

    public String getProblem() {
        return request.getAttribute(CollectionServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String typed(String field) {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get(field);
    }

    public long getId() {
        return page().plan().id();
    }

    public String getName() {
        return page().plan().name();
    }

    public String getDays() {
        return page().plan().siteName() + " · " + days(page().plan());
    }

    /** It goes on. */
    public boolean isGoingOn() {
        return page().plan().closed().isEmpty();
    }

    public String getKey() {
        return caller.required().account() + "-collection-" + getId();
    }

    public String getLeft() {
        return words.text("collection.left", page().left());
    }

    public String getCollected() {
        return words.text("collection.collected", page().collected());
    }

    /** A day of the chart and of its table. @param x of its bar @param y of its top @param height of it */
    public record Bar(String day, int collected, int left, int x, int y, int height) {}

    public List<Bar> getBars() {
        var most =
                page().days().stream().mapToInt(CollectionPage.Day::left).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var day : page().days()) {
            var height = most == 0 ? 0 : Math.round((float) day.left() * HEIGHT / most);
            bars.add(new Bar(
                    new DeviceWords(words).day(day.day()),
                    day.collected(),
                    day.left(),
                    bars.size() * STEP,
                    HEIGHT - height,
                    height));
        }
        return bars;
    }

    public String getChartBox() {
        return "0 0 " + Math.max(STEP, page().days().size() * STEP) + " " + HEIGHT;
    }

    /** A homeroom. @param percent of its devices that are in */
    public record Room(String name, int left, int collected, int percent) {}

    public List<Room> getRooms() {
        return page().rooms().stream()
                .map(room -> new Room(
                        room.name().isEmpty() ? words.text("collection.noRoom") : room.name(),
                        room.left(),
                        room.collected(),
                        room.left() + room.collected() == 0
                                ? 100
                                : room.collected() * 100 / (room.left() + room.collected())))
                .toList();
    }

    /** Somebody who has something still. @param devices with their due dates @param others what else a leaver has */
    public record Person(long id, String name, String room, String state, List<String> devices, List<String> others) {}

    public List<Person> getLeavers() {
        return people(true);
    }

    public List<Person> getOthers() {
        return people(false);
    }

    private List<Person> people(boolean leavers) {
        return page().holders().stream()
                .filter(holder -> holder.leaver() == leavers)
                .map(this::person)
                .toList();
    }

    private Person person(Holder holder) {
        var patron = holder.patron();
        var state = holder.leaver()
                ? words.text(patron.missingSince().isPresent() ? "collection.missing" : "collection.leftSchool")
                : "";
        return new Person(
                patron.id(),
                patron.sortedName(),
                patron.facts().get(PatronField.HOMEROOM),
                state,
                holder.devices().stream().map(this::held).toList(),
                holder.others());
    }

    private String held(CollectionPage.Held held) {
        var due = held.assigned()
                ? words.text("collection.forYear")
                : held.due()
                        .map(day -> words.text("collection.due", words.day(day)))
                        .orElse("");
        return List.of(held.name(), held.model(), due).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Letters, homeroom by homeroom, leavers first. */
    public record Letter(String name, String room, String body, List<String> things) {}

    public List<Letter> getLetters() {
        var last = new DeviceWords(words).day(page().plan().ends());
        return page().holders().stream()
                .map(this::person)
                .map(person -> {
                    var things = new ArrayList<>(person.devices());
                    things.addAll(person.others());
                    return new Letter(person.name(), person.room(), words.text("collection.letter", last), things);
                })
                .toList();
    }

    public List<String> getChargers() {
        return page().chargers().stream()
                .map(one -> List.of(one.device(), one.homeroom(), new DeviceWords(words).day(one.day())).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .toList();
    }
}
