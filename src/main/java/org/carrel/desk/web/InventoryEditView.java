package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.security.CurrentCaller;

/** desk/inventory-edit.xhtml: a device is changed. */
@Named
@RequestScoped
public class InventoryEditView {
    private static final List<DeviceField> THING = List.of(DeviceField.TAG, DeviceField.SERIAL, DeviceField.ROOM);
    private static final List<DeviceField> BOUGHT =
            List.of(DeviceField.PRICE, DeviceField.VENDOR, DeviceField.FUND, DeviceField.ORDER_NUMBER);
    private static final List<DeviceField> DAYS =
            List.of(DeviceField.ACQUIRED, DeviceField.WARRANTY_ENDS, DeviceField.SUPPORT_ENDS);

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

    private Optional<Device> device = Optional.empty();
    private Optional<InventoryForm> form = Optional.empty();

    @PostConstruct
    void load() {
        device = inventory.find(Numbered.importNumber(request).orElse(0));
        form = request.getAttribute(InventoryForm.SENT) instanceof InventoryForm sent
                ? Optional.of(sent)
                : device.map(InventoryForm::of);
    }

    public void check() throws IOException {
        if (device.isEmpty()) Pages.notFound();
    }

    private InventoryForm form() {
        return form.orElseThrow();
    }

    public long getId() {
        return form().id();
    }

    public int getVersion() {
        return form().version();
    }

    public String getName() {
        return device.map(Device::name).orElse("");
    }

    public boolean isStale() {
        return form().stale();
    }

    public List<InventoryField> getThing() {
        return fields(THING);
    }

    public List<InventoryField> getBought() {
        return fields(BOUGHT);
    }

    public List<InventoryField> getDays() {
        return fields(DAYS);
    }

    private List<InventoryField> fields(List<DeviceField> fields) {
        return fields.stream()
                .map(field -> new InventoryField(
                        field.name(),
                        words.text("deviceField." + field),
                        form().get(field),
                        help(field),
                        problem(field),
                        field.longest()))
                .toList();
    }

    private String help(DeviceField field) {
        return switch (field) {
            case TAG -> words.text("inventoryEdit.tagHelp");
            case SUPPORT_ENDS -> words.text("inventoryEdit.supportHelp");
            default -> "";
        };
    }

    private String problem(DeviceField field) {
        return form().problems().getOrDefault(field, "");
    }

    public String getModelProblem() {
        return problem(DeviceField.MODEL);
    }

    public String getSiteProblem() {
        return problem(DeviceField.SITE);
    }

    public String getNoteProblem() {
        return problem(DeviceField.NOTE);
    }

    public String getNote() {
        return form().get(DeviceField.NOTE);
    }

    public List<Choice> getModels() {
        return DeviceWords.models(
                models.all(), FormTexts.integer(form().get(DeviceField.MODEL)), DeviceModel::fullName);
    }

    public List<Choice> getSites() {
        var chosen = form().get(DeviceField.SITE);
        return inventory.sites(caller.required()).stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(chosen)))
                .toList();
    }

    /** The device that has the tag or the serial already; 0 for none. */
    public long getOtherId() {
        return form().other().orElse(0);
    }
}
