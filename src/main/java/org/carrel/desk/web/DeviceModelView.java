package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.DeviceModelForm.Wrong;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Accessories;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.ModelSaved.Problem;

/** desk/inventory-model.xhtml: a model is added or changed. */
@Named
@RequestScoped
public class DeviceModelView {
    private static final int LONGEST_TYPE = 64;
    private static final int LONGEST_PRICE = 12;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceModels models;

    @Inject
    Accessories accessories;

    @Inject
    StaffWords words;

    private Optional<DeviceModelForm> form = Optional.empty();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (request.getAttribute(DeviceModelForm.SENT) instanceof DeviceModelForm sent) form = Optional.of(sent);
        else if (number.isEmpty()) form = Optional.of(DeviceModelForm.empty());
        else if (number.getAsLong() <= Integer.MAX_VALUE)
            form = models.find((int) number.getAsLong()).map(DeviceModelForm::of);
    }

    public void check() throws IOException {
        if (form.isEmpty()) Pages.notFound();
    }

    private DeviceModelForm form() {
        return form.orElseThrow();
    }

    public int getId() {
        return form().id();
    }

    public int getVersion() {
        return form().version();
    }

    public String getTitle() {
        return words.text(form().id() == 0 ? "deviceModel.new" : "deviceModel.edit");
    }

    public boolean isStale() {
        return form().stale();
    }

    public List<InventoryField> getNames() {
        return List.of(
                field(
                        "manufacturer",
                        form().manufacturer(),
                        words.text("deviceModel.manufacturerHelp"),
                        problem(Problem.MANUFACTURER_TOO_LONG, DeviceModel.LONGEST_MANUFACTURER)
                                + problem(Problem.SERIALS_MEET, 0),
                        DeviceModel.LONGEST_MANUFACTURER),
                field(
                        "name",
                        form().name(),
                        "",
                        problem(Problem.NAME_MISSING, 0)
                                + problem(Problem.NAME_TOO_LONG, DeviceModel.LONGEST_NAME)
                                + problem(Problem.NAME_TAKEN, 0),
                        DeviceModel.LONGEST_NAME));
    }

    public List<InventoryField> getTerms() {
        return List.of(
                field(
                        "itemType",
                        form().itemType(),
                        words.text("deviceModel.itemTypeHelp", String.join(", ", models.itemTypes())),
                        problem(Problem.ITEM_TYPE_TOO_LONG, LONGEST_TYPE),
                        LONGEST_TYPE),
                field(
                        "price",
                        form().price(),
                        "",
                        form().wrong().contains(Wrong.PRICE) ? words.text("deviceProblem.NO_MONEY") : "",
                        LONGEST_PRICE));
    }

    private InventoryField field(String id, String value, String help, String problem, int longest) {
        return new InventoryField(id, words.text("deviceModel." + id), value, help, problem, longest);
    }

    private String problem(Problem problem, int longest) {
        return form().problems().contains(problem) ? words.text("modelProblem." + problem, longest) : "";
    }

    public List<Choice> getCategories() {
        return Arrays.stream(DeviceCategory.values())
                .map(one -> new Choice(one.name(), words.text("deviceCategory." + one), one == form().category()))
                .toList();
    }

    public String getSupportEnds() {
        return form().supportEnds();
    }

    public String getDayProblem() {
        return form().wrong().contains(Wrong.DAY) ? words.text("deviceProblem.NO_DAY") : "";
    }

    public String getNote() {
        return form().note();
    }

    public String getNoteProblem() {
        return problem(Problem.NOTE_TOO_LONG, DeviceModel.LONGEST_NOTE);
    }

    public String getAccessoryProblem() {
        return form().wrong().contains(Wrong.ACCESSORIES) ? words.text("deviceModel.accessoryProblem") : "";
    }

    /** An accessory, and how many belong to a device, as typed. */
    public record Expected(int id, String name, String count) {}

    public List<Expected> getAccessories() {
        return accessories.types().stream()
                .map(type -> new Expected(
                        type.id(), type.name(), form().accessories().getOrDefault(type.id(), "")))
                .toList();
    }
}
