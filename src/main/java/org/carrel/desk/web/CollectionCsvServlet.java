package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.carrel.devices.DeviceCollections;
import org.carrel.patrons.PatronField;
import org.carrel.platform.Csv;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** Who still has what, as a spreadsheet reads it. It has names: each is audited. */
@WebServlet(CollectionCsvServlet.PATH)
public class CollectionCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/collection.csv";

    @Inject
    transient DeviceCollections collections;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = FormTexts.number(FormTexts.of(request).get("plan"));
        var page = collections.open(number, caller.required());
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var site = new Subject("site", page.get().plan().siteId());
        audit.add(OptionalLong.of(caller.required().account()), "collection_exported", site);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"collection-" + number + ".csv\"");
        var out = response.getWriter();
        var heads = Stream.of(
                "people.name",
                "patronField.HOMEROOM",
                "collection.leaver",
                "cart.device",
                "deviceField.MODEL",
                "desk.due");
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(heads.map(words::text).toList()));
        for (var holder : page.get().holders()) {
            var patron = holder.patron();
            for (var held : holder.devices()) {
                out.write(Csv.row(List.of(
                        patron.sortedName(),
                        patron.facts().get(PatronField.HOMEROOM),
                        holder.leaver() ? words.text("collection.leaver") : "",
                        held.name(),
                        held.model(),
                        held.due().map(words::day).orElse(""))));
            }
        }
    }
}
