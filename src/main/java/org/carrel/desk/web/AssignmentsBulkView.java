package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.desk.web.AssignmentsBulkServlet.Looked;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.AssignmentLists;
import org.carrel.devices.Device;
import org.carrel.patrons.Patron;

/** desk/assignments-bulk.xhtml: a class gets its devices from a list. */
@Named
@RequestScoped
public class AssignmentsBulkView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    AssignmentWords said;

    @Inject
    StaffWords words;

    private Optional<Looked> looked() {
        return request.getAttribute(AssignmentsBulkServlet.LOOKED) instanceof Looked found
                ? Optional.of(found)
                : Optional.empty();
    }

    public String getList() {
        return FormTexts.of(request).get("list");
    }

    public boolean isExchange() {
        return FormTexts.of(request).has("exchange");
    }

    public List<Choice> getSites() {
        var chosen = FormTexts.of(request).get("site");
        return reach.all().stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(chosen)))
                .toList();
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** Nothing stands in the list. */
    public boolean isListEmpty() {
        return request.getAttribute(AssignmentsBulkServlet.EMPTY) != null;
    }

    public boolean isLooked() {
        return looked().isPresent();
    }

    public boolean isDone() {
        return looked().filter(Looked::done).isPresent();
    }

    /** Whether there is anything to do. */
    public boolean isGood() {
        return !isDone() && rows().stream().anyMatch(AssignmentLists.Row::isGood);
    }

    private List<AssignmentLists.Row> rows() {
        return looked().map(Looked::rows).orElse(List.of());
    }

    /** A line. @param tone as the stylesheet calls it */
    public record Row(int number, String person, String device, String state, String tone) {}

    public List<Row> getRows() {
        return rows().stream().map(this::row).toList();
    }

    private Row row(AssignmentLists.Row row) {
        var wrong = row.problems().stream().map(said::problem).collect(Collectors.joining(" "));
        var good = words.text(row.done() ? "assignments.lineDone" : "assignments.lineGood");
        return new Row(
                row.number(),
                row.patron().map(Patron::spokenName).orElse("–"),
                row.device().map(Device::name).orElse("–"),
                row.isGood() ? good : wrong,
                row.isGood() ? "is-added" : "is-rejected");
    }

    public String getSummary() {
        var good = rows().stream().filter(AssignmentLists.Row::isGood).count();
        return words.text(isDone() ? "assignments.bulkDone" : "assignments.bulkLook", good, rows().size() - good);
    }
}
