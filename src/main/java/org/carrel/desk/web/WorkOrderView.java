package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.carrel.devices.RepairOrders;
import org.carrel.devices.RepairPolicies;
import org.carrel.devices.RepairTicket;
import org.carrel.security.CurrentCaller;

/** desk/work-order.xhtml: what the district's IT is to mend, as a page to print or to send. Nobody's name is on it. */
@Named
@RequestScoped
public class WorkOrderView {
    @Inject
    HttpServletRequest request;

    @Inject
    RepairOrders orders;

    @Inject
    RepairPolicies policies;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private List<RepairTicket> tickets = List.of();

    @PostConstruct
    void load() {
        tickets = orders.find(ids(request), caller.required());
    }

    static List<Long> ids(HttpServletRequest request) {
        var ids = new TreeSet<Long>();
        var sent = request.getParameterValues("id");
        if (sent == null) return List.of();
        for (var text : sent) {
            var id = FormTexts.number(text);
            if (id > 0 && ids.size() < RepairOrders.MOST) ids.add(id);
        }
        return List.copyOf(ids);
    }

    /** A line of the order. */
    public record Row(long id, String thing, String model, String room, String fault, String words, String reference) {}

    public List<Row> getRows() {
        var said = new RepairWords(words);
        var rows = new ArrayList<Row>();
        for (var one : tickets)
            rows.add(new Row(
                    one.id(),
                    said.thing(one),
                    one.modelName(),
                    one.room().isEmpty() ? one.siteName() : one.siteName() + " · " + one.room(),
                    said.fault(one.fault()),
                    one.description(),
                    one.reference()));
        return rows;
    }

    public String getToday() {
        return words.day(clock.instant());
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** To whom it would go; empty where the site has no address. */
    public String getAddress() {
        return tickets.isEmpty()
                ? ""
                : policies.of(tickets.getFirst().siteCode()).districtMail();
    }

    public String getProblem() {
        return request.getAttribute(WorkOrderServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("yes") ? words.text("workOrder.sent") : "";
    }

    public String getCsv() {
        var address = new StringBuilder("/desk/tickets.csv");
        for (var ticket : tickets) InventoryAddress.add(address, "id", String.valueOf(ticket.id()));
        return address.toString();
    }
}
