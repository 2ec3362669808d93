package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.AssignmentsServlet.Refusal;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Agreements;
import org.carrel.devices.Assignment;
import org.carrel.devices.Assignments;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.Handback;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/assignments.xhtml: who has which device for the year. */
@Named
@RequestScoped
public class AssignmentsView {
    private static final int SHOWN = 200;

    @Inject
    HttpServletRequest request;

    @Inject
    Assignments assignments;

    @Inject
    Agreements agreements;

    @Inject
    DeviceInventory inventory;

    @Inject
    Patrons patrons;

    @Inject
    SchoolReach reach;

    @Inject
    LentDeviceWords owners;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<Assignment> open = List.of();
    private Optional<Patron> person = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        open = assignments.open(caller.required());
        person = patrons.find(FormTexts.number(texts.get("person"))).filter(this::isReached);
    }

    private boolean isReached(Patron one) {
        var site = one.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }

    /** A row of a list. */
    public record Row(
            long id,
            long device,
            String deviceName,
            String model,
            String owner,
            long person,
            String since,
            String end) {}

    private Row row(Assignment one) {
        return new Row(
                one.id(),
                one.device(),
                one.deviceName(),
                one.model(),
                owners.owner(one),
                one.patron().orElse(0),
                words.day(one.assigned()),
                one.end().map(end -> words.text("assignmentEnd." + end)).orElse(""));
    }

    public String getSite() {
        return reach.chosen(texts.get("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    public List<Choice> getSites() {
        return reach.all().stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equals(getSite())))
                .toList();
    }

    /** Who stands there; 0 for nobody. */
    public long getPerson() {
        return person.map(Patron::id).orElse(0L);
    }

    public String getPersonName() {
        return person.map(Patron::spokenName).orElse("");
    }

    public String getPersonAbout() {
        return person.map(new PersonWords(words, Map.of())::about).orElse("");
    }

    /** What who stands there has. */
    public List<Row> getTheirs() {
        return person.map(one -> assignments.ofPatron(one.id())).orElse(List.of()).stream()
                .map(this::row)
                .toList();
    }

    public String getRoom() {
        return person.isPresent() ? "" : texts.get("room").strip();
    }

    public String getUntil() {
        return texts.get("until").strip();
    }

    /** A number for the form: sent twice, it counts once. */
    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** A device that was scanned with nobody there. */
    public List<Row> getScanned() {
        var device = inventory
                .find(FormTexts.number(texts.get("device")))
                .filter(one -> caller.required().isOf(one.siteCode()))
                .filter(one -> getProblems().isEmpty());
        return device.flatMap(one -> assignments.openOf(one.id())).stream()
                .map(this::row)
                .toList();
    }

    /** Name of a device that was scanned and is nobody's; empty for none. */
    public String getFree() {
        var number = FormTexts.number(texts.get("device"));
        if (number <= 0 || !getProblems().isEmpty()) return "";
        return inventory
                .find(number)
                .filter(one -> caller.required().isOf(one.siteCode()))
                .filter(one -> assignments.openOf(one.id()).isEmpty())
                .map(Device::name)
                .orElse("");
    }

    private Optional<Refusal> refusal() {
        return request.getAttribute(AssignmentsServlet.REFUSAL) instanceof Refusal found
                ? Optional.of(found)
                : Optional.empty();
    }

    public List<String> getProblems() {
        return refusal().map(Refusal::problems).orElse(List.of());
    }

    public long getRefusedDevice() {
        return refusal().map(Refusal::device).orElse(0L);
    }

    public boolean isExchangeable() {
        return refusal().filter(Refusal::exchange).isPresent();
    }

    /** What a reason would lift; empty when nothing would. */
    public String getLift() {
        var may = caller.may(Operation.OVERRIDE_LOAN);
        return may ? refusal().map(one -> String.join(",", one.lift())).orElse("") : "";
    }

    /** What was done, in words; empty for nothing. */
    public String getDone() {
        var id = FormTexts.number(texts.get("done"));
        if (id <= 0 || !getProblems().isEmpty()) return "";
        return assignments
                .find(id)
                .filter(one -> caller.required().isOf(one.site()))
                .map(one -> one.isOpen()
                        ? words.text("assignments.assigned", one.deviceName(), owners.owner(one))
                        : words.text("assignments.ended", one.deviceName()))
                .orElse("");
    }

    /** What was done in the last minutes. */
    public List<Row> getLatest() {
        return assignments.latest(caller.required()).stream().map(this::row).toList();
    }

    public String getQuery() {
        return texts.get("q").strip();
    }

    private List<Assignment> found() {
        var wanted = getQuery().toLowerCase(Locale.ROOT);
        return open.stream()
                .filter(one ->
                        wanted.isEmpty() || about(one).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private String about(Assignment one) {
        return one.deviceName() + " " + one.model() + " " + owners.owner(one);
    }

    public String getCount() {
        return words.text("assignments.count", found().size());
    }

    public List<Row> getRows() {
        return found().stream().limit(SHOWN).map(this::row).toList();
    }

    /** A device that has to come back. */
    public record Due(long device, String deviceName, String owner, long person, String agreement, String since) {}

    public List<Due> getHandbacks() {
        return agreements.handbacks(caller.required()).stream().map(this::due).toList();
    }

    private Due due(Handback one) {
        var name = patrons.find(one.patron()).filter(this::isReached).map(Patron::spokenName);
        return new Due(
                one.device(),
                one.deviceName(),
                name.orElseGet(() -> words.text("assignments.somebody")),
                one.patron(),
                one.agreement(),
                words.day(one.since()));
    }
}
