package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.security.CurrentCaller;

/** desk/inventory-add.xhtml: one device after the other, by its tag and its serial; two scans each. */
@Named
@RequestScoped
public class InventoryAddView {
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

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<InventoryForm> sent = Optional.empty();
    private Optional<Device> added = Optional.empty();
    private Optional<Device> other = Optional.empty();
    private List<DeviceModel> all = List.of();
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        if (request.getAttribute(InventoryForm.SENT) instanceof InventoryForm form) sent = Optional.of(form);
        var by = caller.required();
        added = inventory.find(List.of(FormTexts.number(texts.get("added"))), by).stream()
                .findFirst();
        other = sent.filter(form -> form.other().isPresent())
                .flatMap(form -> inventory.find(List.of(form.other().getAsLong()), by).stream()
                        .findFirst());
        all = models.all();
        sites = inventory.sites(by);
    }

    /** What stands in a field: what was sent, else what the address says. */
    private String text(DeviceField field, String name) {
        return sent.map(form -> form.get(field)).orElseGet(() -> texts.get(name));
    }

    public boolean isWithoutModels() {
        return all.isEmpty();
    }

    public List<Choice> getModels() {
        return DeviceWords.models(all, FormTexts.integer(text(DeviceField.MODEL, "model")), DeviceModel::fullName);
    }

    public List<Choice> getSites() {
        var chosen = text(DeviceField.SITE, "site");
        return sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(chosen)))
                .toList();
    }

    public String getRoom() {
        return text(DeviceField.ROOM, "room");
    }

    public String getTag() {
        return text(DeviceField.TAG, "tag");
    }

    public String getSerial() {
        return text(DeviceField.SERIAL, "serial");
    }

    /** Whether the tag is there and the serial is next. */
    public boolean isSerialNext() {
        return !getTag().isEmpty() && getTagProblem().isEmpty();
    }

    public String getTagProblem() {
        return problem(DeviceField.TAG);
    }

    public String getSerialProblem() {
        return problem(DeviceField.SERIAL);
    }

    public String getRoomProblem() {
        return problem(DeviceField.ROOM);
    }

    /** Of the model or the site. */
    public String getChoiceProblem() {
        return problem(DeviceField.MODEL).isEmpty() ? problem(DeviceField.SITE) : problem(DeviceField.MODEL);
    }

    private String problem(DeviceField field) {
        return sent.map(form -> form.problems().getOrDefault(field, "")).orElse("");
    }

    public String getAdded() {
        return added.map(device -> device.serial().isEmpty()
                        ? words.text("inventoryAdd.addedAlone", device.name(), device.fullModelName())
                        : words.text("inventoryAdd.added", device.name(), device.serial(), device.fullModelName()))
                .orElse("");
    }

    /** 0 when none was added just now. */
    public long getAddedId() {
        return added.map(Device::id).orElse(0L);
    }

    /** The device that has the tag or the serial already; 0 for none within reach. */
    public long getOtherId() {
        return other.map(Device::id).orElse(0L);
    }

    public String getOtherName() {
        return other.map(device -> device.name() + " · " + device.fullModelName())
                .orElse("");
    }

    /** The number after the one that was added just now (B76); empty when tags are not counted on. */
    public String getNext() {
        return added.filter(device -> !device.tag().isEmpty() && getTag().isEmpty())
                .flatMap(device -> inventory.nextTag(device.tag()))
                .orElse("");
    }

    /** This page with the next number as the tag. */
    public String getNextPath() {
        var path = new StringBuilder("/desk/inventory-add");
        InventoryAddress.add(path, "model", texts.get("model"));
        InventoryAddress.add(path, "site", texts.get("site"));
        InventoryAddress.add(path, "room", texts.get("room"));
        InventoryAddress.add(path, "tag", getNext());
        return path.toString();
    }

    /** Where a label on the wrong device is put right (B72); empty when label and serial do not say different things. */
    public String getLabelCheck() {
        if (getTagProblem().isEmpty() || other.isEmpty() || getSerial().isEmpty()) return "";
        var path = new StringBuilder("/desk/label-check");
        InventoryAddress.add(path, "tag", getTag());
        InventoryAddress.add(path, "serial", getSerial());
        return path.toString();
    }

    /** Whether the tag can be put on the device that is known by this serial (B75). */
    public boolean isRelabel() {
        return other.isPresent() && !getTag().isEmpty() && getTagProblem().isEmpty();
    }

    public int getOtherVersion() {
        return other.map(Device::version).orElse(0);
    }

    public String getRelabelText() {
        return words.text("inventoryAdd.relabel", getTag());
    }
}
