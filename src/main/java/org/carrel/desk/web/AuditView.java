package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditClosed;
import org.carrel.devices.AuditHeader;
import org.carrel.devices.AuditLine;
import org.carrel.devices.AuditOutcome;
import org.carrel.devices.AuditSheet;
import org.carrel.devices.DeviceAudits;

/** desk/audit.xhtml: scans of a room or a cart, and in the end one confirmation. */
@Named
@RequestScoped
public class AuditView {
    @Inject
    HttpServletRequest request;

    @Inject
    DeviceAudits audits;

    @Inject
    StaffWords words;

    private Optional<AuditSheet> sheet = Optional.empty();

    @PostConstruct
    void load() {
        sheet = audits.open(Numbered.importNumber(request).orElse(0));
    }

    public void check() throws IOException {
        if (sheet.isEmpty()) Pages.notFound();
    }

    private AuditSheet sheet() {
        return sheet.orElseThrow();
    }

    public long getId() {
        return sheet().audit().id();
    }

    public String getTitle() {
        return new AuditWords(words).place(sheet().audit());
    }

    public String getSite() {
        return sheet().audit().siteName();
    }

    public boolean isOpen() {
        return sheet().audit().state() == AuditHeader.State.OPEN;
    }

    /** Who began or closed it, and when. */
    public String getAbout() {
        var audit = sheet().audit();
        return audit.closedAt()
                .map(at -> words.text("audit.closedBy." + audit.state(), audit.closedBy(), words.time(at)))
                .orElseGet(() -> words.text("audit.startedBy", audit.startedBy(), words.time(audit.startedAt())));
    }

    public String getProgress() {
        var here = sheet().count(AuditOutcome.PRESENT);
        return words.text("audit.progress", here, here + sheet().count(AuditOutcome.MISSING));
    }

    public int getHere() {
        return sheet().count(AuditOutcome.PRESENT);
    }

    /** At least 1, for a bar. */
    public int getExpected() {
        return Math.max(1, getHere() + sheet().count(AuditOutcome.MISSING));
    }

    /** What the whole of it is, in one line. */
    public String getSummary() {
        return words.text(
                "audit.summary",
                sheet().count(AuditOutcome.PRESENT),
                sheet().count(AuditOutcome.FOREIGN),
                sheet().count(AuditOutcome.MISSING));
    }

    /**
     * A device of the audit.
     *
     * @param told where our records have it, or where it belongs
     * @param seen what a console says
     * @param fresh whether that makes it unlikely that it is missing
     * @param act what was done, once it is closed
     */
    public record Row(
            long id,
            String name,
            String model,
            String told,
            String seen,
            boolean fresh,
            String act,
            List<Choice> choices) {}

    private List<Row> rows(AuditOutcome outcome) {
        return sheet().of(outcome).stream().map(this::row).toList();
    }

    private Row row(AuditLine line) {
        var said = new AuditWords(words);
        var told = line.outcome() == AuditOutcome.FOREIGN || line.outcome() == AuditOutcome.FOUND
                ? said.home(line)
                : said.told(line);
        return new Row(
                line.device().id(),
                line.device().name(),
                line.device().fullModelName(),
                told,
                line.outcome() == AuditOutcome.PRESENT ? "" : said.seen(line),
                line.fresh(),
                isOpen() || line.act() == AuditAct.NONE ? "" : words.text("auditAct.done." + line.act()),
                line.choices().stream()
                        .map(act -> new Choice(act.name(), words.text("auditAct." + act), act == line.act()))
                        .toList());
    }

    public List<Row> getPresent() {
        return rows(AuditOutcome.PRESENT);
    }

    public List<Row> getForeign() {
        return rows(AuditOutcome.FOREIGN);
    }

    public List<Row> getMissing() {
        return rows(AuditOutcome.MISSING);
    }

    public List<Row> getFoundAgain() {
        return rows(AuditOutcome.FOUND);
    }

    public List<Row> getOutButHere() {
        return rows(AuditOutcome.OUT_BUT_HERE);
    }

    public List<Row> getElsewhere() {
        return rows(AuditOutcome.ELSEWHERE);
    }

    /** What is no device that we know. @param add leads to adding it */
    public record Unknown(String code, String add) {}

    public List<Unknown> getUnknown() {
        return sheet().unknown().stream()
                .map(code -> {
                    var path = new StringBuilder("/desk/inventory-add");
                    InventoryAddress.add(path, "tag", code);
                    return new Unknown(code, path.toString());
                })
                .toList();
    }

    /** Whether labels are checked against serials. */
    public boolean isChecking() {
        return FormTexts.of(request).get("check").equals("yes");
    }

    /** The label that waits for its serial. */
    public String getTag() {
        return isChecking() ? FormTexts.of(request).get("tag") : "";
    }

    /** What came of the last scan; empty when there was none. */
    public String getSaid() {
        var texts = FormTexts.of(request);
        var last = line(FormTexts.number(texts.get("last")));
        if (last.isPresent()) {
            var key = texts.get("again").equals("yes")
                    ? "audit.again"
                    : "audit.said." + last.get().outcome();
            return words.text(key, last.get().device().name(), new AuditWords(words).home(last.get()));
        }
        if (!texts.get("unknown").isEmpty()) return words.text("audit.unknownScan", texts.get("unknown"));
        if (texts.get("several").equals("yes")) return words.text("audit.several");
        return "";
    }

    /** Whether the last scan was of what belongs here. */
    public boolean isWell() {
        var last = line(FormTexts.number(FormTexts.of(request).get("last")));
        return last.filter(line -> line.outcome() == AuditOutcome.PRESENT).isPresent();
    }

    /** The device of the last scan, which can be taken back; 0 for none. */
    public long getLast() {
        return isOpen()
                ? line(FormTexts.number(FormTexts.of(request).get("last")))
                        .map(line -> line.device().id())
                        .orElse(0L)
                : 0;
    }

    private Optional<AuditLine> line(long device) {
        return sheet().lines().stream()
                .filter(line -> line.device().id() == device)
                .findFirst();
    }

    public String getProblem() {
        if (request.getAttribute(AuditServlet.PROBLEM) instanceof String sentence) return sentence;
        return "";
    }

    public String getDone() {
        return FormTexts.of(request).get("done").equals(AuditClosed.DONE.name()) ? words.text("audit.done") : "";
    }

    /** A number for the form: sent twice, it closes once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }
}
