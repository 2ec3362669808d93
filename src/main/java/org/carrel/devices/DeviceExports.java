package org.carrel.devices;

import jakarta.inject.Inject;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.carrel.devices.files.DeviceWorkbook;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Devices as a list that spreadsheets and our own import read: every cell is a text, so that no digit is lost (B87). */
@Door
public class DeviceExports {
    private static final int AT_ONCE = 1_000;

    private static final List<String> HEADER = List.of(
            "Asset tag",
            "Serial number",
            "Manufacturer",
            "Model",
            "Category",
            "School code",
            "Room",
            "Condition",
            "Where it is",
            "Purchase date",
            "Purchase cost",
            "Vendor",
            "Funding source",
            "Order number",
            "Warranty ends",
            "Support ends",
            "Notes");

    private final DeviceInventory inventory;

    @Inject
    public DeviceExports(DeviceInventory inventory) {
        this.inventory = inventory;
    }

    /** The header first, then a row for each device. Who has one is not among it. */
    public void rows(DeviceSearch wish, Caller by, Consumer<List<String>> each) {
        each.accept(HEADER);
        var pages = 1;
        for (var page = 1; page <= pages; page++) {
            var devices = inventory.find(wish, page, AT_ONCE, by);
            pages = devices.pages();
            devices.rows().forEach(device -> each.accept(row(device)));
        }
    }

    private static List<String> row(Device device) {
        var row = new ArrayList<String>();
        row.add(device.tag());
        row.add(device.serial());
        row.add(device.manufacturer());
        row.add(device.modelName());
        row.add(word(device.category()));
        row.add(device.siteCode());
        row.add(device.room());
        row.add(word(device.condition()));
        row.add(word(device.custody().kind()));
        row.add(device.acquired().map(Objects::toString).orElse(""));
        row.add(
                device.price().isPresent()
                        ? BigDecimal.valueOf(device.price().getAsInt(), 2).toPlainString()
                        : "");
        row.add(device.vendor());
        row.add(device.fund());
        row.add(device.orderNumber());
        row.add(device.warrantyEnds().map(Objects::toString).orElse(""));
        row.add(device.supportEnds().map(Objects::toString).orElse(""));
        row.add(device.note());
        return row;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Any list as a workbook. @param rows is given what takes a row */
    public static void workbook(Consumer<Consumer<List<String>>> rows, OutputStream out) {
        try (var book = new DeviceWorkbook(out)) {
            rows.accept(book::row);
        }
    }

    /** The same as a workbook. */
    public void workbook(DeviceSearch wish, Caller by, OutputStream out) {
        try (var book = new DeviceWorkbook(out)) {
            rows(wish, by, book::row);
        }
    }
}
