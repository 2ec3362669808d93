package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DepreciationRule;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceValues;
import org.carrel.devices.DeviceWorth;
import org.carrel.devices.ReplacementGroup;
import org.carrel.devices.WorthGroup;
import org.carrel.security.CurrentCaller;

/** desk/device-value.xhtml and desk/replacement-plan.xhtml: what devices are worth on a day, and when new ones are needed. */
@Named
@RequestScoped
public class DeviceValueView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceValues values;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private LocalDate day = LocalDate.EPOCH;
    private String site = "";
    private List<DeviceWorth> devices = List.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        day = day(texts, LocalDate.now(clock));
        site = site(texts);
        devices = values.on(day, site, caller.required());
    }

    /** The day that an address asks for, else the other. */
    static LocalDate day(FormTexts texts, LocalDate otherwise) {
        return PersonButtons.day(texts.get("on").strip()).orElse(otherwise);
    }

    static String site(FormTexts texts) {
        return texts.get("site").equals(PeopleAddress.ALL)
                ? ""
                : texts.get("site").strip();
    }

    /** A line of a table of values. */
    public record Row(String name, String devices, String unknown, String price, String value) {}

    /** A table. */
    public record Table(String id, String title, List<Row> rows) {}

    public List<Table> getTables() {
        return List.of(
                table("category", device -> words.text("deviceCategory." + device.category())),
                table("model", DeviceWorth::model),
                table("fund", DeviceWorth::fund));
    }

    private Table table(String id, Function<DeviceWorth, String> name) {
        var rows = WorthGroup.by(devices, name).stream().map(this::row).toList();
        return new Table(id, words.text("value.by." + id), rows);
    }

    public Row getTotal() {
        return row(WorthGroup.of(words.text("value.total"), devices));
    }

    private Row row(WorthGroup group) {
        return new Row(
                group.name().isEmpty() ? words.text("value.noFund") : group.name(),
                words.number(group.devices()),
                group.unknown() == 0 ? "" : words.number(group.unknown()),
                money(group.price()),
                money(group.value()));
    }

    private String money(long cents) {
        return new DeviceWords(words).money(cents);
    }

    public String getDay() {
        return day.toString();
    }

    public String getDayShown() {
        return words.text("value.on", new DeviceWords(words).day(day));
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var each = inventory.sites(caller.required()).stream()
                .map(one -> new Choice(one.code(), one.name(), one.code().equalsIgnoreCase(site)));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }

    /** A rule of a category, as a form has it. */
    public record Rule(String category, String name, String months, String percent, int version, String problem) {}

    public List<Rule> getRules() {
        return values.rules().stream().map(this::rule).toList();
    }

    private Rule rule(DepreciationRule rule) {
        var texts = FormTexts.of(request);
        var problem = request.getAttribute(DeviceValueServlet.PROBLEM) instanceof String sentence
                        && texts.get("category").equals(rule.category().name())
                ? sentence
                : "";
        return new Rule(
                rule.category().name(),
                words.text("deviceCategory." + rule.category()),
                problem.isEmpty() ? String.valueOf(rule.lifeMonths()) : texts.get("months"),
                problem.isEmpty() ? String.valueOf(rule.residualPercent()) : texts.get("percent"),
                rule.version(),
                problem);
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("saved") ? words.text("value.saved") : "";
    }

    private String address(String path) {
        var address = new StringBuilder(path).append("?on=").append(day);
        InventoryAddress.add(address, "site", site);
        return address.toString();
    }

    public String getCsv() {
        return address("/desk/device-value.csv");
    }

    public String getXlsx() {
        return address("/desk/device-value.xlsx");
    }

    public String getPlanCsv() {
        return address("/desk/replacement-plan.csv");
    }

    public String getPlanXlsx() {
        return address("/desk/replacement-plan.xlsx");
    }

    /** A year of the plan. @param cost of all of them whose price is known */
    public record Year(int number, String name, String devices, String cost, List<Line> lines) {}

    /** Devices of one model in a year. */
    public record Line(String model, String devices, String why, String cost) {}

    public List<Year> getYears() {
        var years = new LinkedHashMap<Integer, List<ReplacementGroup>>();
        for (var group : DeviceValues.plan(devices, LocalDate.now(clock).getYear()))
            years.computeIfAbsent(group.year(), year -> new ArrayList<>()).add(group);
        return years.entrySet().stream().map(this::year).toList();
    }

    private Year year(Map.Entry<Integer, List<ReplacementGroup>> year) {
        var groups = year.getValue();
        return new Year(
                year.getKey(),
                year.getKey() == 0 ? words.text("replacement.unknown") : String.valueOf(year.getKey()),
                words.number(groups.stream().mapToInt(ReplacementGroup::devices).sum()),
                money(groups.stream().mapToLong(ReplacementGroup::cost).sum()),
                groups.stream().map(this::line).toList());
    }

    private Line line(ReplacementGroup group) {
        var why = group.year() == 0
                ? ""
                : words.text("replacement.why", group.bySupport(), group.devices() - group.bySupport());
        var cost = group.unknown() == 0
                ? money(group.cost())
                : words.text("replacement.costUnknown", money(group.cost()), group.unknown());
        return new Line(group.model(), words.number(group.devices()), why, cost);
    }
}
