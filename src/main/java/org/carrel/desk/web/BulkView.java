package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.BulkPlan;
import org.carrel.devices.BulkWish;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.security.CurrentCaller;

/** desk/inventory-bulk.xhtml: many devices are changed at once, after a look at what would happen. */
@Named
@RequestScoped
public class BulkView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceInventory inventory;

    @Inject
    DeviceModels models;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<BulkServlet.Answer> answer = Optional.empty();
    private BulkWish wish = new BulkWish(List.of(), BulkWish.Field.ROOM, "", "");

    @PostConstruct
    void load() {
        if (request.getAttribute(BulkServlet.ANSWER) instanceof BulkServlet.Answer given) {
            answer = Optional.of(given);
            wish = given.wish();
            return;
        }
        var chosen = request.getParameterValues("id");
        if (chosen == null) return;
        var ids = Arrays.stream(chosen)
                .map(FormTexts::number)
                .limit(BulkWish.MOST)
                .toList();
        var tags = inventory.find(ids, caller.required()).stream()
                .map(Device::name)
                .toList();
        wish = new BulkWish(tags, BulkWish.Field.ROOM, "", "");
    }

    public String getScans() {
        return String.join("\n", wish.scans());
    }

    public List<Choice> getFields() {
        return Arrays.stream(BulkWish.Field.values())
                .map(one -> new Choice(one.name(), words.text("bulkField." + one), one == wish.field()))
                .toList();
    }

    private String value(BulkWish.Field field) {
        return wish.field() == field ? wish.value() : "";
    }

    public String getRoom() {
        return value(BulkWish.Field.ROOM);
    }

    public String getFund() {
        return value(BulkWish.Field.FUND);
    }

    public List<Choice> getModels() {
        return DeviceWords.models(models.all(), FormTexts.integer(value(BulkWish.Field.MODEL)), DeviceModel::fullName);
    }

    public List<Choice> getConditions() {
        var none = new Choice(PeopleAddress.ALL, words.text("inventory.chooseCondition"), false);
        var each = Arrays.stream(DeviceCondition.values())
                .map(one -> new Choice(
                        one.name(),
                        words.text("deviceCondition." + one),
                        one.name().equals(value(BulkWish.Field.CONDITION))));
        return Stream.concat(Stream.of(none), each).toList();
    }

    public String getReason() {
        return wish.reason();
    }

    public String getProblem() {
        return answer.map(BulkServlet.Answer::problem)
                .filter(key -> !key.isEmpty())
                .map(key -> words.text(key, BulkWish.MOST))
                .orElse("");
    }

    /** Whether a plan or a result is shown. */
    public boolean isAnswered() {
        return answer.filter(given -> given.problem().isEmpty()).isPresent();
    }

    /** Whether something of it is done. */
    public boolean isDone() {
        return answer.filter(BulkServlet.Answer::done).isPresent();
    }

    public long getGood() {
        return plan().good();
    }

    private BulkPlan plan() {
        return answer.map(BulkServlet.Answer::plan).orElse(new BulkPlan(List.of()));
    }

    public String getSummary() {
        var all = plan();
        var left = all.lines().size() - all.good();
        return words.text(isDone() ? "bulk.summaryDone" : "bulk.summary", all.good(), left);
    }

    public String getDoText() {
        return words.text("bulk.do", getGood());
    }

    /** A row of the plan. @param problem why it stays as it is, or empty */
    public record Row(String scanned, String model, String was, String becomes, String problem) {}

    public List<Row> getRows() {
        return plan().lines().stream().map(this::row).toList();
    }

    private Row row(BulkPlan.Line line) {
        var problem =
                line.problem().map(one -> words.text("bulkProblem." + one)).orElse("");
        return new Row(
                line.scanned(),
                line.device().map(Device::fullModelName).orElse(""),
                shown(line.was()),
                problem.isEmpty() ? shown(wish.value()) : "",
                problem);
    }

    private String shown(String value) {
        return switch (wish.field()) {
            case CONDITION ->
                InventoryAddress.one(DeviceCondition.class, value)
                        .map(new DeviceWords(words)::condition)
                        .orElse("");
            case MODEL ->
                models.find(Math.max(0, FormTexts.integer(value)))
                        .map(DeviceModel::fullName)
                        .orElse(value);
            case ROOM, FUND -> value.strip();
        };
    }

    public String getField() {
        return wish.field().name();
    }

    public String getValueName() {
        return "value-" + wish.field();
    }

    public String getValue() {
        return wish.value();
    }
}
