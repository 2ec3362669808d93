package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.TransferRow;
import org.carrel.school.SchoolSite;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** desk/holds.xhtml: what to fetch, what waits on the hold shelf, what is to be scanned there, and what is on its way. */
@Named
@RequestScoped
public class HoldsView {
    static final String PAGE = "/desk/holds";

    @Inject
    HttpServletRequest request;

    @Inject
    HoldRows rows;

    @Inject
    HoldLists lists;

    @Inject
    HoldNames names;

    @Inject
    SchoolReach reach;

    @Inject
    HoldWords said;

    @Inject
    AuditTrail audit;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private Optional<SchoolSite> site = Optional.empty();
    private HoldsPart part = HoldsPart.PULL;
    private List<HoldRows.Row> shown = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        part = HoldsPart.of(texts.get("part"));
        if (site.isEmpty()) return;
        shown = rows.of(part, site.get().code(), getTyped());
        look();
    }

    /** A list with names and titles is a look at people, which is kept. */
    private void look() {
        if (part != HoldsPart.SHELF || shown.isEmpty() || !names.areShown()) return;
        var account = OptionalLong.of(caller.required().account());
        audit.add(
                account,
                "hold_shelf_viewed",
                new Subject("site", site.orElseThrow().id()));
    }

    public void check() throws IOException {
        if (site.isEmpty()) Pages.notFound();
    }

    /** Another part of the page. */
    public record Tab(String id, String name, String path, boolean here) {}

    public List<Tab> getTabs() {
        return Arrays.stream(HoldsPart.values())
                .map(one ->
                        new Tab("part-" + one.word(), words.text("holdsPart." + one), address(PAGE, one), one == part))
                .toList();
    }

    private String address(String page, HoldsPart one) {
        return page + "?site=" + URLEncoder.encode(getSite(), StandardCharsets.UTF_8) + "&part=" + one.word();
    }

    public List<SchoolReach.Link> getSites() {
        return reach.links(PAGE, getSite());
    }

    public String getSite() {
        return site.map(SchoolSite::code).orElse("");
    }

    public String getSiteName() {
        return site.map(SchoolSite::name).orElse("");
    }

    public String getPart() {
        return part.word();
    }

    public String getHeading() {
        return words.text("holdsPart." + part);
    }

    public String getHelp() {
        return words.text("holdsPart." + part + ".help");
    }

    public String getTyped() {
        var text = texts.get("q").strip();
        return text.length() > 100 ? text.substring(0, 100) : text;
    }

    public List<String> getHeadings() {
        return rows.headings(part);
    }

    public List<HoldRows.Row> getRows() {
        return shown;
    }

    public String getCount() {
        return words.text("holds.count", shown.size());
    }

    public String getNothing() {
        return words.text(getTyped().isEmpty() ? "holdsPart." + part + ".nothing" : "holds.notFound");
    }

    public boolean isShelf() {
        return part == HoldsPart.SHELF;
    }

    public String getCsv() {
        return address(HoldsCsvServlet.PATH, part) + "&q=" + URLEncoder.encode(getTyped(), StandardCharsets.UTF_8);
    }

    public String getDone() {
        return said.done(texts.get("done"));
    }

    public boolean isDoneWell() {
        return said.isWell(texts.get("done"));
    }

    /** A new one for each form: the same form sent twice is one act. */
    public String getRequestId() {
        return UUID.randomUUID().toString();
    }

    /** Boxes that wait to leave. */
    public record Box(String to, String name) {}

    public List<Box> getBoxes() {
        if (part != HoldsPart.TRANSFERS) return List.of();
        return lists.transfers(getSite()).stream()
                .filter(row -> row.fromCode().equals(getSite()) && row.sent().isEmpty())
                .collect(Collectors.groupingBy(TransferRow::toCode))
                .values()
                .stream()
                .map(box -> new Box(
                        box.getFirst().toCode(),
                        words.text("holds.boxSent", box.getFirst().toName(), box.size())))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }
}
