package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.AuditHeader;
import org.carrel.devices.AuditRow;
import org.carrel.devices.DeviceAudits;
import org.carrel.devices.DeviceInventory;
import org.carrel.security.CurrentCaller;

/** desk/audits.xhtml: begins an audit of a room or a cart, and shows those that were. */
@Named
@RequestScoped
public class AuditsView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    DeviceAudits audits;

    @Inject
    DeviceInventory inventory;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<AuditRow> rows = List.of();
    private List<Site> sites = List.of();
    private int page = 1;
    private int pages = 1;

    @PostConstruct
    void load() {
        var by = caller.required();
        page = Pages.asked(request);
        rows = audits.history(page, PAGE_SIZE, by);
        pages = (int) Math.max(1, (audits.count(by) + PAGE_SIZE - 1) / PAGE_SIZE);
        sites = inventory.sites(by);
    }

    /** A line of the history. @param result what came of it, or how far it is */
    public record Row(
            long id, String place, String site, String state, boolean open, String when, String by, String result) {}

    public List<Row> getRows() {
        return rows.stream().map(this::row).toList();
    }

    private Row row(AuditRow row) {
        var audit = row.audit();
        return new Row(
                audit.id(),
                new AuditWords(words).place(audit),
                audit.siteName(),
                words.text("auditState." + audit.state()),
                audit.state() == AuditHeader.State.OPEN,
                words.time(audit.closedAt().orElse(audit.startedAt())),
                audit.closedBy().isEmpty() ? audit.startedBy() : audit.closedBy(),
                new AuditWords(words).result(row));
    }

    public List<Choice> getSites() {
        var typed = FormTexts.of(request).get("site");
        return sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(typed)))
                .toList();
    }

    /** Nothing to choose for who works at one school. */
    public boolean isOneSite() {
        return sites.size() == 1;
    }

    public String getSite() {
        return sites.isEmpty() ? "" : sites.getFirst().code();
    }

    /** Rooms to choose from while somebody types. */
    public List<String> getRooms() {
        var typed = FormTexts.of(request).get("site");
        return audits.rooms(typed.isEmpty() ? getSite() : typed);
    }

    public String getPlace() {
        return FormTexts.of(request).get("place");
    }

    public String getProblem() {
        return request.getAttribute(AuditServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals("dropped") ? words.text("audits.dropped") : "";
    }

    public Pages getPages() {
        return new Pages("/desk/audits", page, pages);
    }

    public String getPosition() {
        return words.text("pager.position", page, pages);
    }
}
