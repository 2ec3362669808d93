package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.DeviceSearch;
import org.carrel.devices.LabelPicture;
import org.carrel.devices.LabelSheet;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** desk/inventory-labels.xhtml: asset tags on sheets of labels, from a place of the first sheet on. */
@Named
@RequestScoped
public class InventoryLabelsView {
    /** More than anybody prints at once. */
    private static final int MOST = 2_000;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceInventory inventory;

    @Inject
    DeviceModels models;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    StaffWords words;

    private DeviceSearch wish = DeviceSearch.words("");
    private LabelSheet sheet = LabelSheet.LETTER_30;
    private LabelPicture.Kind kind = LabelPicture.Kind.CODE_128;
    private int start = 1;
    private List<Device> devices = List.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        var by = caller.required();
        wish = InventoryAddress.wish(texts, by);
        sheet = texts.oneOf("sheet", LabelSheet.LETTER_30);
        kind = texts.oneOf("kind", LabelPicture.Kind.CODE_128);
        start = Math.clamp(FormTexts.integer(texts.get("start")), 1, sheet.perSheet());
        var one = FormTexts.number(texts.get("id"));
        // Nobody prints a whole school by mistake.
        if (one > 0) devices = inventory.find(List.of(one), by);
        else if (texts.has("q")) devices = inventory.find(wish, 1, MOST, by).rows();
    }

    /** A label; one without a picture is a place that is left free. */
    public record Label(boolean free, String tag, String about, int width, int height, String path) {}

    public List<List<Label>> getSheets() {
        var labels = new ArrayList<Label>();
        var tagged = tagged();
        if (!tagged.isEmpty())
            for (var place = 1; place < start; place++) labels.add(new Label(true, "", "", 1, 1, ""));
        for (var device : tagged) {
            var picture = LabelPicture.of(device.tag(), kind);
            labels.add(new Label(
                    false, device.tag(), device.fullModelName(), picture.width(), picture.height(), picture.path()));
        }
        var sheets = new ArrayList<List<Label>>();
        for (var at = 0; at < labels.size(); at += sheet.perSheet())
            sheets.add(labels.subList(at, Math.min(at + sheet.perSheet(), labels.size())));
        return sheets;
    }

    private List<Device> tagged() {
        return devices.stream().filter(device -> !device.tag().isEmpty()).toList();
    }

    /** Devices that need a tag first, by their serial. */
    public List<String> getWithout() {
        return devices.stream()
                .filter(device -> device.tag().isEmpty())
                .map(Device::name)
                .toList();
    }

    public String getFound() {
        return words.text("labels.found", tagged().size());
    }

    public String getSchool() {
        return settings.schoolName();
    }

    public String getStyle() {
        return sheet.style() + (kind == LabelPicture.Kind.QR ? " labels-qr" : "");
    }

    public String getRatio() {
        return kind == LabelPicture.Kind.QR ? "xMidYMid meet" : "none";
    }

    public String getWords() {
        return wish.words();
    }

    public int getStart() {
        return start;
    }

    public int getPlaces() {
        return sheet.perSheet();
    }

    public List<Choice> getModels() {
        var each = new ArrayList<Choice>(List.of(new DeviceWords(words).all()));
        each.addAll(DeviceWords.models(models.all(), wish.model().orElse(0), DeviceModel::fullName));
        return each;
    }

    public List<Choice> getSheetChoices() {
        return Arrays.stream(LabelSheet.values())
                .map(one -> new Choice(one.name(), words.text("labelSheet." + one), one == sheet))
                .toList();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(LabelPicture.Kind.values())
                .map(one -> new Choice(one.name(), words.text("labelKind." + one), one == kind))
                .toList();
    }
}
