package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.UpkeepPage;
import org.carrel.devices.UpkeepPlan;
import org.carrel.devices.UpkeepSearch;
import org.carrel.devices.UpkeepTask;
import org.carrel.devices.UpkeepTasks;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;

/** desk/upkeep.xhtml: what is to be cleaned, exchanged or looked at; done by a scan or a tap. */
@Named
@RequestScoped
public class UpkeepView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    UpkeepTasks tasks;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private UpkeepSearch wish = new UpkeepSearch(UpkeepSearch.When.DUE, OptionalInt.empty(), "", OptionalLong.empty());
    private UpkeepPage page = new UpkeepPage(List.of(), 1, PAGE_SIZE, 0);
    private List<UpkeepPlan> plans = List.of();
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        var by = caller.required();
        wish = wish(FormTexts.of(request), by);
        page = tasks.find(wish, Pages.asked(request), PAGE_SIZE, by);
        plans = tasks.plans(by);
        sites = inventory.sites(by);
    }

    /** Which tasks an address asks for. */
    static UpkeepSearch wish(FormTexts texts, Caller by) {
        var plan = FormTexts.integer(texts.get("plan"));
        var device = FormTexts.number(texts.get("device"));
        var site = texts.get("site").equals(PeopleAddress.ALL)
                ? ""
                : texts.get("site").strip();
        return new UpkeepSearch(
                texts.oneOf("when", UpkeepSearch.When.DUE),
                plan > 0 ? OptionalInt.of(plan) : OptionalInt.empty(),
                by.site().orElse(site),
                device > 0 ? OptionalLong.of(device) : OptionalLong.empty());
    }

    static String address(String path, UpkeepSearch wish) {
        var address = new StringBuilder(path).append("?when=").append(wish.when());
        wish.plan().ifPresent(plan -> InventoryAddress.add(address, "plan", String.valueOf(plan)));
        InventoryAddress.add(address, "site", wish.site());
        wish.device().ifPresent(device -> InventoryAddress.add(address, "device", String.valueOf(device)));
        return address.toString();
    }

    /** A task. @param key of its form @param late whether it should have been done before today */
    public record Row(
            String key,
            int plan,
            String name,
            long device,
            String tag,
            String model,
            String room,
            String due,
            boolean now,
            boolean late,
            String last,
            boolean byHours,
            String meter) {}

    public List<Row> getRows() {
        return page.rows().stream().map(this::row).toList();
    }

    private Row row(UpkeepTask task) {
        return new Row(
                task.plan() + "-" + task.device(),
                task.plan(),
                task.planName(),
                task.device(),
                task.name(),
                task.model(),
                task.room().isEmpty() ? task.siteName() : task.room() + " · " + task.siteName(),
                new UpkeepWords(words).due(task),
                task.isDue(),
                task.late() > 0,
                new UpkeepWords(words).last(task),
                task.hoursOver().isPresent(),
                task.meter().isPresent() ? words.number(task.meter().getAsInt()) : "");
    }

    public List<Choice> getPlans() {
        var each = plans.stream()
                .map(plan -> new Choice(
                        String.valueOf(plan.id()),
                        plan.name(),
                        wish.plan().isPresent() && wish.plan().getAsInt() == plan.id()));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }

    /** Those that a scan can do: of which nobody has to read a meter. */
    public List<Choice> getScanPlans() {
        return plans.stream()
                .filter(UpkeepPlan::active)
                .map(plan -> new Choice(
                        String.valueOf(plan.id()),
                        plan.name(),
                        wish.plan().isPresent() && wish.plan().getAsInt() == plan.id()))
                .toList();
    }

    public List<Choice> getWhens() {
        return Arrays.stream(UpkeepSearch.When.values())
                .map(when -> new Choice(when.name(), words.text("upkeepWhen." + when), when == wish.when()))
                .toList();
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var each = sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(wish.site())));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }

    public String getFound() {
        return words.text("upkeep.found", page.total());
    }

    /** The device that the list is about; empty for all. */
    public String getDevice() {
        return wish.device().isPresent()
                ? inventory.find(List.of(wish.device().getAsLong()), caller.required()).stream()
                        .map(device -> device.name())
                        .findFirst()
                        .orElse("")
                : "";
    }

    public boolean isWithoutPlans() {
        return plans.isEmpty();
    }

    /** Back to this very list. */
    public String getHere() {
        return address("/desk/upkeep", wish);
    }

    public String getCsv() {
        return address("/desk/upkeep.csv", wish);
    }

    public String getXlsx() {
        return address("/desk/upkeep.xlsx", wish);
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(UpkeepServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** The row to which a problem belongs; empty for the scan. */
    public String getProblemAt() {
        var texts = FormTexts.of(request);
        return getProblem().isEmpty() || texts.has("scan") ? "" : texts.get("plan") + "-" + texts.get("device");
    }

    /** What was typed before, when something was wrong with it. */
    public String typed(String name) {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get(name);
    }

    public String getDone() {
        var texts = FormTexts.of(request);
        var device = inventory.find(List.of(FormTexts.number(texts.get("done"))), caller.required()).stream()
                .findFirst();
        return device.map(one -> words.text("upkeep.done", one.name())).orElse("");
    }

    public Pages getPages() {
        return new Pages(getHere(), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
