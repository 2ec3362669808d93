package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;

/** desk/inventory-models.xhtml: what the library's devices are. */
@Named
@RequestScoped
public class DeviceModelsView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceModels models;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private List<DeviceModel> all = List.of();

    @PostConstruct
    void load() {
        all = models.all();
    }

    /** A row of the list. @param over a word when support has ended */
    public record Row(
            int id,
            String name,
            String category,
            String itemType,
            String price,
            String support,
            String over,
            int devices) {}

    public List<Row> getRows() {
        var said = new DeviceWords(words);
        var today = LocalDate.now(clock);
        return all.stream()
                .map(model -> new Row(
                        model.id(),
                        model.fullName(),
                        words.text("deviceCategory." + model.category()),
                        model.itemType(),
                        said.money(model.price()),
                        said.day(model.supportEnds()),
                        model.supportEnds().filter(today::isAfter).isPresent()
                                ? words.text("inventory.supportEnded")
                                : "",
                        model.devices()))
                .toList();
    }

    public String getFound() {
        return words.text("deviceModels.found", all.size());
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("saved") ? words.text("deviceModels.saved") : "";
    }
}
