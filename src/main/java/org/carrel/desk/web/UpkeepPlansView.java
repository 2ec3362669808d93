package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.UpkeepKind;
import org.carrel.devices.UpkeepPlan;
import org.carrel.devices.UpkeepTasks;
import org.carrel.security.CurrentCaller;

/** desk/upkeep-plans.xhtml: what is done how often to which devices. */
@Named
@RequestScoped
public class UpkeepPlansView {
    @Inject
    HttpServletRequest request;

    @Inject
    UpkeepTasks tasks;

    @Inject
    DeviceModels models;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private List<UpkeepPlan> plans = List.of();
    private List<DeviceModel> all = List.of();
    private List<Site> sites = List.of();
    private FormTexts form = new FormTexts(Map.of());

    @PostConstruct
    void load() {
        var by = caller.required();
        plans = tasks.plans(by);
        all = models.all();
        sites = inventory.sites(by);
        var texts = FormTexts.of(request);
        var id = FormTexts.integer(texts.get("id"));
        form = isSent()
                ? texts
                : plans.stream()
                        .filter(plan -> plan.id() == id)
                        .findFirst()
                        .map(this::texts)
                        .orElseGet(this::fresh);
    }

    private boolean isSent() {
        return !getProblem().isEmpty();
    }

    private FormTexts fresh() {
        return new FormTexts(
                Map.of("every", "DAYS", "countsFrom", LocalDate.now(clock).toString(), "active", "yes"));
    }

    private FormTexts texts(UpkeepPlan plan) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("id", String.valueOf(plan.id()));
        texts.put("version", String.valueOf(plan.version()));
        texts.put("kind", plan.kind().name());
        texts.put("name", plan.name());
        texts.put("category", plan.category().map(Enum::name).orElse(""));
        texts.put(
                "model", plan.model().isPresent() ? String.valueOf(plan.model().getAsInt()) : "");
        texts.put("site", plan.site());
        texts.put(
                "number",
                String.valueOf(plan.everyDays().orElse(plan.everyHours().orElse(0))));
        texts.put("every", plan.everyHours().isPresent() ? "HOURS" : plan.schoolDays() ? "SCHOOL_DAYS" : "DAYS");
        texts.put("countsFrom", plan.countsFrom().toString());
        if (plan.active()) texts.put("active", "yes");
        return new FormTexts(texts);
    }

    /** How an interval is counted. */
    enum Every {
        DAYS,
        SCHOOL_DAYS,
        HOURS
    }

    /** What was typed as a plan; empty when a number or a day cannot be read. */
    static Optional<UpkeepPlan> typed(FormTexts texts) {
        var number = FormTexts.integer(texts.get("number"));
        var day = PersonButtons.day(texts.get("countsFrom").strip());
        if (number < 1 || day.isEmpty()) return Optional.empty();
        var every = texts.oneOf("every", Every.DAYS);
        var some = OptionalInt.of(number);
        var none = OptionalInt.empty();
        var model = FormTexts.integer(texts.get("model"));
        return Optional.of(new UpkeepPlan(
                Math.max(0, FormTexts.integer(texts.get("id"))),
                texts.oneOf("kind", UpkeepKind.OTHER),
                texts.get("name"),
                InventoryAddress.one(DeviceCategory.class, texts.get("category")),
                model > 0 ? OptionalInt.of(model) : none,
                texts.get("site").equals(PeopleAddress.ALL)
                        ? ""
                        : texts.get("site").strip(),
                every == Every.HOURS ? none : some,
                every == Every.HOURS ? some : none,
                every == Every.SCHOOL_DAYS,
                day.get(),
                texts.get("active").equals("yes"),
                Math.max(0, FormTexts.integer(texts.get("version")))));
    }

    /** A plan in the list. */
    public record Row(int id, String name, String kind, String what, String site, String often, boolean active) {}

    public List<Row> getRows() {
        return plans.stream()
                .map(plan -> new Row(
                        plan.id(),
                        plan.name(),
                        words.text("upkeepKind." + plan.kind()),
                        what(plan),
                        sites.stream()
                                .filter(site -> site.code().equals(plan.site()))
                                .map(Site::name)
                                .findFirst()
                                .orElse(words.text("people.all")),
                        new UpkeepWords(words).often(plan),
                        plan.active()))
                .toList();
    }

    private String what(UpkeepPlan plan) {
        var parts = Stream.of(
                plan.category().map(one -> words.text("deviceCategory." + one)),
                plan.model().isEmpty()
                        ? Optional.<String>empty()
                        : all.stream()
                                .filter(model -> model.id() == plan.model().getAsInt())
                                .map(DeviceModel::fullName)
                                .findFirst());
        var said = String.join(" · ", parts.flatMap(Optional::stream).toList());
        return said.isEmpty() ? words.text("people.all") : said;
    }

    public String getId() {
        return form.get("id");
    }

    public boolean isNew() {
        return FormTexts.integer(form.get("id")) <= 0;
    }

    public String getVersion() {
        return form.get("version");
    }

    public String getName() {
        return form.get("name");
    }

    public String getNumber() {
        return form.get("number");
    }

    public String getCountsFrom() {
        return form.get("countsFrom");
    }

    public boolean isActive() {
        return form.get("active").equals("yes");
    }

    public List<Choice> getKinds() {
        return choices(UpkeepKind.values(), "upkeepKind", "kind");
    }

    public List<Choice> getEverys() {
        return choices(Every.values(), "upkeepEvery", "every");
    }

    private List<Choice> choices(Enum<?>[] constants, String key, String field) {
        return Arrays.stream(constants)
                .map(one -> new Choice(
                        one.name(),
                        words.text(key + "." + one.name()),
                        one.name().equals(form.get(field))))
                .toList();
    }

    public List<Choice> getCategories() {
        var chosen = InventoryAddress.one(DeviceCategory.class, form.get("category"));
        return new DeviceWords(words).all(DeviceCategory.class, chosen, "deviceCategory");
    }

    public List<Choice> getModels() {
        var each = DeviceWords.models(all, FormTexts.integer(form.get("model")), DeviceModel::fullName);
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each.stream())
                .toList();
    }

    /** Who works at one school makes plans for that school. */
    public List<Choice> getSites() {
        var each = sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(form.get("site"))));
        var all = caller.required().site().isPresent() ? Stream.<Choice>of() : Stream.of(new DeviceWords(words).all());
        return Stream.concat(all, each).toList();
    }

    public String getProblem() {
        return request.getAttribute(UpkeepPlanServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("saved") ? words.text("upkeepPlan.saved") : "";
    }
}
