package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.carrel.devices.Accessories;
import org.carrel.devices.AuditLine;
import org.carrel.devices.AuditRow;
import org.carrel.devices.AuditSheet;
import org.carrel.devices.DeviceAudits;
import org.carrel.devices.DeviceExports;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceModels;
import org.carrel.devices.DeviceValues;
import org.carrel.devices.DeviceWorth;
import org.carrel.devices.Discrepancies;
import org.carrel.devices.Discrepancy;
import org.carrel.devices.UpkeepTask;
import org.carrel.devices.UpkeepTasks;
import org.carrel.platform.Csv;
import org.carrel.security.CurrentCaller;

/** Lists about devices as CSV or as a workbook, in the words of the pages. Nobody's name is in them but that of staff. */
@WebServlet({
    "/desk/audits.csv",
    "/desk/audits.xlsx",
    DeviceListsServlet.AUDIT,
    "/desk/upkeep.csv",
    "/desk/upkeep.xlsx",
    "/desk/device-value.csv",
    "/desk/device-value.xlsx",
    "/desk/replacement-plan.csv",
    "/desk/replacement-plan.xlsx",
    "/desk/inventory-models.csv",
    "/desk/inventory-models.xlsx",
    "/desk/accessories.csv",
    "/desk/accessories.xlsx",
    "/desk/discrepancies.csv",
    "/desk/discrepancies.xlsx"
})
public class DeviceListsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String AUDIT = "/desk/audit-lines.csv";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int AT_ONCE = 1_000;

    @Inject
    transient DeviceAudits audits;

    @Inject
    transient UpkeepTasks tasks;

    @Inject
    transient DeviceValues values;

    @Inject
    transient DeviceModels models;

    @Inject
    transient Accessories accessories;

    @Inject
    transient Discrepancies discrepancies;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getServletPath();
        var name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + path.substring(path.lastIndexOf('/') + 1) + "\"");
        if (path.endsWith(".csv")) {
            response.setContentType("text/csv;charset=UTF-8");
            var out = response.getWriter();
            out.write(Csv.BYTE_ORDER_MARK);
            write(name, request, row -> out.write(Csv.row(row)));
            return;
        }
        response.setContentType(WORKBOOK);
        DeviceExports.workbook(rows -> write(name, request, rows), response.getOutputStream());
    }

    private void write(String name, HttpServletRequest request, Consumer<List<String>> rows) {
        switch (name) {
            case "audits" -> audits(rows);
            case "audit-lines" ->
                audits.open(Numbered.importNumber(request).orElse(0)).ifPresent(sheet -> audit(sheet, rows));
            case "upkeep" -> upkeep(FormTexts.of(request), rows);
            case "device-value" -> worth(FormTexts.of(request), rows);
            case "replacement-plan" -> replacement(FormTexts.of(request), rows);
            case "inventory-models" -> models(rows);
            case "accessories" -> accessories(rows);
            default -> discrepancies(rows);
        }
    }

    private void header(Consumer<List<String>> rows, String... keys) {
        rows.accept(Stream.of(keys).map(words::text).toList());
    }

    private void audits(Consumer<List<String>> rows) {
        header(rows, "audits.where", "deviceField.SITE", "import.state", "import.when", "audits.by", "audits.result");
        for (var page = 1; ; page++) {
            var some = audits.history(page, AT_ONCE, caller.required());
            some.forEach(row -> rows.accept(audit(row)));
            if (some.size() < AT_ONCE) return;
        }
    }

    private List<String> audit(AuditRow row) {
        var audit = row.audit();
        return List.of(
                audit.place(),
                audit.siteName(),
                words.text("auditState." + audit.state()),
                words.time(audit.closedAt().orElse(audit.startedAt())),
                audit.closedBy().isEmpty() ? audit.startedBy() : audit.closedBy(),
                new AuditWords(words).result(row));
    }

    private void audit(AuditSheet sheet, Consumer<List<String>> rows) {
        header(
                rows,
                "deviceField.TAG",
                "deviceField.SERIAL",
                "deviceField.MODEL",
                "audits.result",
                "audit.act",
                "audit.told",
                "audit.lastSeen");
        sheet.lines().forEach(line -> rows.accept(line(line)));
        sheet.unknown().forEach(code -> rows.accept(List.of(code, "", "", words.text("audit.unknown"), "", "", "")));
    }

    private List<String> line(AuditLine line) {
        return List.of(
                line.device().tag(),
                line.device().serial(),
                line.device().fullModelName(),
                words.text("auditOutcome." + line.outcome()),
                words.text("auditAct.done." + line.act()),
                words.text("custody." + line.custody()),
                line.seen().map(words::time).orElse(""));
    }

    private void upkeep(FormTexts texts, Consumer<List<String>> rows) {
        header(
                rows,
                "upkeep.task",
                "deviceField.TAG",
                "deviceField.MODEL",
                "deviceField.SITE",
                "deviceField.ROOM",
                "upkeep.due",
                "upkeep.last",
                "upkeep.meter");
        var wish = UpkeepView.wish(texts, caller.required());
        var pages = 1;
        for (var page = 1; page <= pages; page++) {
            var some = tasks.find(wish, page, AT_ONCE, caller.required());
            pages = some.pages();
            some.rows().forEach(task -> rows.accept(task(task)));
        }
    }

    private List<String> task(UpkeepTask task) {
        return List.of(
                task.planName(),
                task.name(),
                task.model(),
                task.siteName(),
                task.room(),
                task.due().map(Objects::toString).orElseGet(() -> new UpkeepWords(words).due(task)),
                task.lastDone().map(Objects::toString).orElse(""),
                task.meter().isPresent() ? String.valueOf(task.meter().getAsInt()) : "");
    }

    private List<DeviceWorth> worth(FormTexts texts) {
        var today = LocalDate.now(clock);
        return values.on(DeviceValueView.day(texts, today), DeviceValueView.site(texts), caller.required());
    }

    private void worth(FormTexts texts, Consumer<List<String>> rows) {
        header(
                rows,
                "deviceField.TAG",
                "deviceField.SERIAL",
                "deviceField.MODEL",
                "deviceModel.category",
                "deviceField.SITE",
                "deviceField.FUND",
                "deviceField.ACQUIRED",
                "value.price",
                "value.value");
        worth(texts)
                .forEach(one -> rows.accept(List.of(
                        one.name(),
                        one.serial(),
                        one.model(),
                        words.text("deviceCategory." + one.category()),
                        one.siteName(),
                        one.fund(),
                        one.acquired().map(Objects::toString).orElse(""),
                        DeviceWords.typed(one.price()),
                        DeviceWords.typed(one.value()))));
    }

    private void replacement(FormTexts texts, Consumer<List<String>> rows) {
        header(
                rows,
                "replacement.year",
                "deviceField.TAG",
                "deviceField.SERIAL",
                "deviceField.MODEL",
                "deviceField.SITE",
                "replacement.day",
                "replacement.because",
                "replacement.cost");
        var first = LocalDate.now(clock).getYear();
        worth(texts).stream()
                .sorted((one, another) ->
                        Integer.compare(DeviceValues.year(one, first), DeviceValues.year(another, first)))
                .forEach(one -> rows.accept(replaced(one, DeviceValues.year(one, first))));
    }

    private List<String> replaced(DeviceWorth one, int year) {
        return List.of(
                year == 0 ? "" : String.valueOf(year),
                one.name(),
                one.serial(),
                one.model(),
                one.siteName(),
                one.replace().map(Objects::toString).orElse(""),
                year == 0 ? "" : words.text(one.bySupport() ? "replacement.support" : "replacement.age"),
                DeviceWords.typed(one.replacement()));
    }

    private void models(Consumer<List<String>> rows) {
        header(
                rows,
                "deviceField.MODEL",
                "deviceModel.category",
                "deviceModel.price",
                "deviceField.SUPPORT_ENDS",
                "today.devices",
                "deviceField.NOTE");
        models.all().forEach(model -> rows.accept(model(model)));
    }

    private List<String> model(DeviceModel model) {
        return List.of(
                model.fullName(),
                words.text("deviceCategory." + model.category()),
                DeviceWords.typed(model.price()),
                model.supportEnds().map(Objects::toString).orElse(""),
                String.valueOf(model.devices()),
                model.note());
    }

    private void accessories(Consumer<List<String>> rows) {
        header(rows, "accessories.name", "deviceField.SITE", "accessories.quantity", "deviceModel.price");
        accessories
                .stock(caller.required())
                .forEach(one -> rows.accept(List.of(
                        one.name(), one.siteName(), String.valueOf(one.quantity()), DeviceWords.typed(one.price()))));
    }

    /** Who is meant stands on the page alone. */
    private void discrepancies(Consumer<List<String>> rows) {
        header(rows, "deviceImport.device", "deviceField.MODEL", "discrepancies.what", "audit.lastSeen");
        var after = 0L;
        while (true) {
            var some = discrepancies.open(Optional.empty(), after, AT_ONCE, caller.required());
            some.forEach(one -> rows.accept(discrepancy(one)));
            if (some.size() < AT_ONCE) return;
            after = some.getLast().id();
        }
    }

    private List<String> discrepancy(Discrepancy one) {
        return List.of(
                one.label(),
                one.model(),
                words.text("discrepancyKind." + one.kind()),
                one.lastSeen().map(words::time).orElse(""));
    }
}
