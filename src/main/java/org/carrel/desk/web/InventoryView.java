package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.DevicePage;
import org.carrel.devices.DeviceSearch;
import org.carrel.security.CurrentCaller;

/** desk/inventory.xhtml: the devices of the library, found by tag, serial, room or model, and narrowed. */
@Named
@RequestScoped
public class InventoryView {
    private static final int PAGE_SIZE = 50;

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

    @Inject
    Clock clock;

    private DeviceSearch wish = DeviceSearch.words("");
    private DevicePage page = new DevicePage(List.of(), 1, PAGE_SIZE, 0);
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        var by = caller.required();
        wish = InventoryAddress.wish(FormTexts.of(request), by);
        page = inventory.find(wish, Pages.asked(request), PAGE_SIZE, by);
        sites = inventory.sites(by);
    }

    /**
     * A row of the list.
     *
     * @param good whether it can be lent as it is
     * @param support a word when the maker's support is over
     */
    public record Row(
            long id,
            String name,
            String serial,
            String model,
            String site,
            String condition,
            boolean good,
            String custody,
            String support) {}

    public List<Row> getRows() {
        var devices = new DeviceWords(words);
        var today = LocalDate.now(clock);
        return page.rows().stream()
                .map(device -> new Row(
                        device.id(),
                        device.name(),
                        device.serial(),
                        device.fullModelName(),
                        device.siteName(),
                        devices.condition(device.condition()),
                        device.condition() == DeviceCondition.READY,
                        devices.custody(device.custody()),
                        devices.support(device, today)))
                .toList();
    }

    public String getWords() {
        return wish.words();
    }

    /** Empty for who works at one school only. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var each = sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(wish.site())));
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each).toList();
    }

    public List<Choice> getModels() {
        var each = DeviceWords.models(models.all(), wish.model().orElse(0), DeviceModel::fullName);
        return Stream.concat(Stream.of(new DeviceWords(words).all()), each.stream())
                .toList();
    }

    public List<Choice> getConditions() {
        return new DeviceWords(words).all(DeviceCondition.class, wish.condition(), "deviceCondition");
    }

    public List<Choice> getCustodies() {
        return new DeviceWords(words).all(Custody.Kind.class, wish.custody(), "custody");
    }

    public List<Choice> getSupports() {
        return new DeviceWords(words).all(DeviceSearch.Support.class, wish.support(), "deviceSupport");
    }

    public List<Choice> getLooks() {
        return new DeviceWords(words).all(DeviceSearch.Look.class, wish.look(), "deviceLook");
    }

    public boolean isGoneToo() {
        return !wish.ours();
    }

    public String getFound() {
        return words.text("inventory.found", page.total());
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("bulk") ? words.text("bulk.done") : "";
    }

    public String getCsv() {
        return InventoryAddress.of(InventoryFilesServlet.CSV, wish);
    }

    public String getXlsx() {
        return InventoryAddress.of(InventoryFilesServlet.XLSX, wish);
    }

    /** Labels of what this list shows. */
    public String getLabels() {
        return InventoryAddress.of("/desk/inventory-labels", wish);
    }

    public Pages getPages() {
        return new Pages(InventoryAddress.of(InventoryAddress.LIST, wish), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
