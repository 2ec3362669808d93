package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceLabels;
import org.carrel.devices.LabelChecked;
import org.carrel.security.CurrentCaller;

/** desk/label-check.xhtml: does a label belong to the serial of the thing that it sticks on; and if not, which of them is wrong (B72). */
@Named
@RequestScoped
public class LabelCheckView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceLabels labels;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private LabelChecked answer = new LabelChecked.Missing();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        if (getSerial().isEmpty() || getTag().isEmpty()) return;
        answer = labels.check(getTag(), getSerial(), caller.required());
    }

    public String getTag() {
        return texts.get("tag").strip();
    }

    public String getSerial() {
        return texts.get("serial").strip();
    }

    /** Whether the label is there and the serial is next. */
    public boolean isSerialNext() {
        return !getTag().isEmpty() && getSerial().isEmpty();
    }

    /** The audit from which somebody came, by its number; empty for none. */
    public String getAudit() {
        var number = FormTexts.number(texts.get("audit"));
        return number > 0 ? String.valueOf(number) : "";
    }

    public boolean isFits() {
        return answer instanceof LabelChecked.Fits;
    }

    /** What the records say, in a sentence; empty before anything was scanned. */
    public String getSaid() {
        return switch (answer) {
            case LabelChecked.Fits fits -> words.text("labelCheck.FITS", getTag(), name(fits.device()));
            case LabelChecked.Other other ->
                other.thing()
                        .map(thing -> words.text(
                                "labelCheck.OTHER", getTag(), name(other.labelled()), getSerial(), name(thing)))
                        .orElseGet(() ->
                                words.text("labelCheck.OTHER_NEW", getTag(), name(other.labelled()), getSerial()));
            case LabelChecked.Free free -> words.text("labelCheck.FREE", getTag(), name(free.thing()));
            case LabelChecked.Unknown unknown -> words.text("labelCheck.UNKNOWN", getTag(), getSerial());
            case LabelChecked.Several several -> words.text("labelCheck.SEVERAL", getSerial());
            case LabelChecked.Missing missing -> "";
        };
    }

    /** Tag, serial and model: people compare it with the thing in their hands. */
    private static String name(Device device) {
        var parts = List.of(device.tag(), device.serial(), device.fullModelName());
        return String.join(" · ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private Optional<Device> thing() {
        return switch (answer) {
            case LabelChecked.Other other -> other.thing();
            case LabelChecked.Free free -> Optional.of(free.thing());
            case LabelChecked.Fits fits -> Optional.empty();
            case LabelChecked.Unknown unknown -> Optional.empty();
            case LabelChecked.Several several -> Optional.empty();
            case LabelChecked.Missing missing -> Optional.empty();
        };
    }

    /** Whether the records can be put right: the label stays where it is. */
    public boolean isFixable() {
        return answer instanceof LabelChecked.Other;
    }

    public String getFixText() {
        return words.text("labelCheck.fix", getTag(), getSerial());
    }

    /** The device that gets another label; 0 for none that is known. */
    public long getThing() {
        return thing().map(Device::id).orElse(0L);
    }

    /** Whether a new label, or this one, is to be put on it. */
    public boolean isRelabel() {
        return thing().isPresent();
    }

    /** The free label, which the thing can have at once; empty when it belongs to another. */
    public String getFreeTag() {
        return answer instanceof LabelChecked.Free ? getTag() : "";
    }

    public boolean isNew() {
        return answer instanceof LabelChecked.Unknown
                || answer instanceof LabelChecked.Other other && other.thing().isEmpty();
    }

    /** Leads to adding the thing: with the label when nobody has it. */
    public String getAddPath() {
        var path = new StringBuilder("/desk/inventory-add");
        if (answer instanceof LabelChecked.Unknown) InventoryAddress.add(path, "tag", getTag());
        InventoryAddress.add(path, "serial", getSerial());
        return path.toString();
    }

    public String getProblem() {
        return request.getAttribute(LabelCheckServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        var device = inventory.find(List.of(FormTexts.number(texts.get("done"))), caller.required()).stream()
                .findFirst();
        return device.map(one -> words.text("labelCheck.done", one.name(), one.serial()))
                .orElse("");
    }
}
