package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carrel.catalog.UnlistedItem;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.rules.Depreciation;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audits, labels, upkeep, the numbers of a day and values, through their doors, on the product's database. */
class UpkeepIT {
    private static final int MANY = Integer.getInteger("carrel.test.devices", 1_000);

    private TestDevices given;
    private int model;
    private UpkeepTasks tasks;
    private DevicesToday today;
    private DeviceValues values;
    private DeviceLabels labels;

    @BeforeEach
    void open() {
        given = TestDevices.open();
        model = given.model(TestDevices.unique("Maker "));
        var clock = Clock.systemUTC();
        var items = new UnlistedItems();
        var trail = new AuditTrail(given.database, clock);
        tasks = new UpkeepTasks(given.database, clock, items, new SchoolCalendar(given.database, clock, trail));
        today = new DevicesToday(given.database, clock, tasks, new Discrepancies(given.database, clock, trail));
        values = new DeviceValues(given.database, clock);
        labels = new DeviceLabels(given.database, clock, items, given.inventory);
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private static String tag() {
        return TestDevices.unique("UP-");
    }

    private List<Device> inRoom(String room, int many) {
        return IntStream.range(0, many).mapToObj(at -> inRoom(room)).toList();
    }

    private Device inRoom(String room) {
        var device = given.add(model, tag(), TestDevices.unique("S"));
        given.inventory.change(DeviceChange.of(device).inRoom(room), given.technician());
        return given.device(device.id());
    }

    private long start(String place) {
        return ((AuditStarted.Started) given.audits.start(given.site, place, given.technician())).id();
    }

    private AuditScanned scan(long audit, String code) {
        return given.audits.scan(audit, code, "", given.technician());
    }

    private AuditSheet sheet(long audit) {
        return given.audits.open(audit).orElseThrow();
    }

    /** What one confirmation does where nobody chooses. */
    private Map<Long, AuditAct> proposed(long audit) {
        var acts = new HashMap<Long, AuditAct>();
        for (var line : sheet(audit).lines())
            if (!line.choices().isEmpty()) acts.put(line.device().id(), line.act());
        return acts;
    }

    private static List<Long> ids(List<AuditLine> lines) {
        return lines.stream().map(line -> line.device().id()).toList();
    }

    @Test
    void eightAreThereTwoAreMisplacedTwoAreMissingAndOneConfirmationDoesItAll() { // B67
        var expected = inRoom("12", 10);
        var foreign = inRoom("40", 2);
        var audit = start("12");
        expected.stream().limit(8).forEach(device -> scan(audit, device.tag()));
        foreign.forEach(device -> scan(audit, device.tag().toLowerCase()));
        assertThat(scan(audit, expected.getFirst().tag()))
                .as("twice counts once")
                .isEqualTo(new AuditScanned.Scanned(expected.getFirst().id(), true));
        assertThat(scan(audit, " NOBODY-KNOWS ")).isEqualTo(new AuditScanned.Unknown("NOBODY-KNOWS"));
        var sheet = sheet(audit);
        assertThat(sheet.count(AuditOutcome.PRESENT)).isEqualTo(8);
        assertThat(ids(sheet.of(AuditOutcome.FOREIGN)))
                .containsExactlyInAnyOrderElementsOf(
                        foreign.stream().map(Device::id).toList());
        assertThat(ids(sheet.of(AuditOutcome.MISSING)))
                .containsExactly(expected.get(8).id(), expected.get(9).id());
        assertThat(sheet.unknown()).containsExactly("NOBODY-KNOWS");

        var acts = proposed(audit);
        assertThat(acts).containsEntry(foreign.getFirst().id(), AuditAct.SEND_HOME);
        acts.put(foreign.getFirst().id(), AuditAct.MOVE_HERE);
        var request = UUID.randomUUID();
        assertThat(given.audits.close(audit, acts, request, given.technician())).isEqualTo(AuditClosed.DONE);
        assertThat(given.audits.close(audit, acts, request, given.technician()))
                .as("the same form again")
                .isEqualTo(AuditClosed.DONE);
        assertThat(given.audits.close(audit, acts, UUID.randomUUID(), given.technician()))
                .isEqualTo(AuditClosed.OVER);
        assertThat(given.device(foreign.getFirst().id()).room()).isEqualTo("12");
        assertThat(given.device(foreign.getLast().id()).room())
                .as("returned home")
                .isEqualTo("40");
        assertThat(given.device(expected.get(9).id()).condition()).isEqualTo(DeviceCondition.MISSING);
        for (var device : List.of(foreign.getFirst(), foreign.getLast(), expected.get(8), expected.get(9)))
            assertThat(given.inventory.open(device.id()).orElseThrow().events())
                    .as("stands in the history")
                    .filteredOn(event -> event.kind() == DeviceEvent.Kind.AUDITED)
                    .hasSize(1);
        var after = sheet(audit);
        assertThat(after.lines()).hasSize(12);
        assertThat(after.count(AuditOutcome.MISSING)).isEqualTo(2);
        var row = given.audits.history(1, 10, given.technician()).getFirst();
        assertThat(List.of(row.scanned(), row.present(), row.foreign(), row.missing(), row.unknown()))
                .containsExactly(10, 8, 2, 2, 1);
        assertThat(broken("Audit " + audit + " ")).isEmpty();
    }

    @Test
    void whoIsOnLoanOrAtRepairIsNotMissingAndWhatWasMissingIsFound() { // B67, V2
        var lent = inRoom("15");
        var mended = inRoom("15");
        var lost = inRoom("15");
        given.lend(lent.item(), person(), lent.siteId());
        given.write(
                "insert into repair_ticket (site_id, device_id, fault, device_in, opened_at) values (?, ?, 'screen', true, now())",
                mended.siteId(),
                mended.id());
        given.set(lost, DeviceCondition.MISSING, "Gone");
        var audit = start("15");
        assertThat(ids(sheet(audit).of(AuditOutcome.ELSEWHERE))).contains(lent.id(), mended.id(), lost.id());
        scan(audit, lost.tag());
        scan(audit, lent.tag());
        assertThat(ids(sheet(audit).of(AuditOutcome.OUT_BUT_HERE))).containsExactly(lent.id());
        assertThat(given.audits.close(audit, proposed(audit), UUID.randomUUID(), given.technician()))
                .isEqualTo(AuditClosed.DONE);
        assertThat(given.device(lost.id()).condition()).isEqualTo(DeviceCondition.READY);
        assertThat(given.device(lent.id()).custody().kind()).isEqualTo(Custody.Kind.ON_LOAN);
        assertThat(new DeviceHistory(given.database).of(mended.id()).tickets())
                .as("what broke stands on the device's page")
                .extracting(DeviceHistory.Ticket::fault)
                .containsExactly("SCREEN");
        given.write("delete from repair_ticket where device_id = ?", mended.id());
        given.write("delete from loan where item_id = ?", lent.item());
    }

    private long person() {
        var facts = new PatronFacts(Map.of(
                PatronField.FAMILY_NAME,
                TestDevices.unique("Audited"),
                PatronField.CATEGORY,
                "STUDENT",
                PatronField.STATUS,
                "ACTIVE"));
        var saved = new Patrons(given.database, Clock.systemUTC()).add(facts, "", Optional.empty(), "test");
        return ((PatronSaved.Saved) saved).id();
    }

    @Test
    void whatAConsoleSawYesterdayIsToldAndLeft() { // V5, B67
        var seen = inRoom("16");
        var unseen = inRoom("16");
        given.write(
                "insert into device_mdm (source, mdm_id, device_id, last_seen_at, read_at) values ('google', ?, ?, ?, now())",
                TestDevices.unique("M"),
                seen.id(),
                LocalDateTime.now(ZoneOffset.UTC).minusDays(1));
        var audit = start("16");
        var lines = sheet(audit).of(AuditOutcome.MISSING);
        assertThat(lines).extracting(AuditLine::fresh).containsExactly(true, false);
        assertThat(lines.getFirst().seen()).isPresent();
        given.audits.close(audit, proposed(audit), UUID.randomUUID(), given.technician());
        assertThat(given.device(seen.id()).condition()).isEqualTo(DeviceCondition.READY);
        assertThat(given.device(unseen.id()).condition()).isEqualTo(DeviceCondition.MISSING);
    }

    @Test
    void aCartIsScannedSlotsAreFilledAndStraysAreToldTheirHome() { // B67, Q3
        var cart = given.add(model, tag(), "");
        var other = given.add(model, tag(), "");
        var inside = inRoom("Cart", 2);
        var stray = inRoom("Cart");
        var loose = inRoom("20");
        slot(cart, 1, inside.getFirst());
        slot(cart, 2, inside.getLast());
        given.write("insert into container_slot (container_id, slot, position) values (?, '3', 3)", cart.id());
        slot(other, 7, stray);
        var audit = start(cart.tag());
        assertThat(start(cart.tag())).as("goes on with the same").isEqualTo(audit);
        scan(audit, inside.getFirst().tag());
        scan(audit, stray.tag());
        scan(audit, loose.serial());
        var sheet = sheet(audit);
        assertThat(ids(sheet.of(AuditOutcome.MISSING)))
                .containsExactly(inside.getLast().id());
        assertThat(sheet.of(AuditOutcome.FOREIGN))
                .extracting(AuditLine::home)
                .containsExactlyInAnyOrder(other.tag() + " / 7", "20");
        var acts = proposed(audit);
        acts.put(loose.id(), AuditAct.MOVE_HERE);
        acts.put(stray.id(), AuditAct.MOVE_HERE);
        assertThat(given.audits.close(audit, acts, UUID.randomUUID(), given.technician()))
                .as("one free slot, two to move")
                .isEqualTo(AuditClosed.NO_SLOT);
        assertThat(given.device(inside.getLast().id()).condition())
                .as("nothing is half done")
                .isEqualTo(DeviceCondition.READY);
        acts.put(stray.id(), AuditAct.SEND_HOME);
        assertThat(given.audits.close(audit, acts, UUID.randomUUID(), given.technician()))
                .isEqualTo(AuditClosed.DONE);
        assertThat(given.device(loose.id()).custody()).isEqualTo(new Custody.InContainer(cart.id(), "3"));
        assertThat(given.device(stray.id()).custody()).isEqualTo(new Custody.InContainer(other.id(), "7"));
    }

    private void slot(Device cart, int position, Device device) {
        given.write(
                "insert into container_slot (container_id, slot, position, device_id) values (?, ?, ?, ?)",
                cart.id(),
                String.valueOf(position),
                position,
                device.id());
    }

    @Test
    void severalPeopleScanOneAuditAtOnceAndWhoeverClosesSeesAll() throws Exception { // B67, Z2
        var devices = inRoom("17", 6);
        var audit = start("17");
        var acts = proposed(audit);
        var scans = new ArrayList<Callable<AuditScanned>>();
        for (var times = 0; times < 3; times++) devices.forEach(device -> scans.add(() -> scan(audit, device.tag())));
        try (var pool = Executors.newFixedThreadPool(6)) {
            var first = 0;
            for (var answer : pool.invokeAll(scans)) {
                if (answer.get() instanceof AuditScanned.Scanned scanned && !scanned.again()) first++;
            }
            assertThat(first).isEqualTo(6);
        }
        assertThat(sheet(audit).count(AuditOutcome.PRESENT)).isEqualTo(6);
        assertThat(given.audits.close(audit, acts, UUID.randomUUID(), given.technician()))
                .as("what was scanned since the form was shown is simply here")
                .isEqualTo(AuditClosed.DONE);
        assertThat(scan(audit, devices.getFirst().tag())).isEqualTo(new AuditScanned.Over());
    }

    @Test
    void whatIsNewSinceTheFormWasShownStopsIt() { // B67
        inRoom("18");
        var foreign = inRoom("41");
        var audit = start("18");
        var acts = proposed(audit);
        scan(audit, foreign.tag());
        assertThat(given.audits.close(audit, acts, UUID.randomUUID(), given.technician()))
                .isEqualTo(AuditClosed.CHANGED);
        given.audits.unscan(audit, foreign.id());
        assertThat(given.audits.drop(audit, UUID.randomUUID(), given.technician()))
                .isTrue();
        assertThat(start("18")).as("a new one").isGreaterThan(audit);
    }

    @Test
    void whereNothingBelongsThereIsNoAudit() {
        var device = inRoom("19");
        assertThat(given.audits.start(given.site, " ", given.technician()))
                .isEqualTo(new AuditStarted.Refused(AuditStarted.Why.NO_PLACE));
        assertThat(given.audits.start(given.site, "No such room", given.technician()))
                .isEqualTo(new AuditStarted.Refused(AuditStarted.Why.NOTHING_BELONGS_THERE));
        assertThat(given.audits.start(given.site, device.tag(), given.technician()))
                .isEqualTo(new AuditStarted.Refused(AuditStarted.Why.NO_CART));
        try (var other = TestDevices.open()) {
            assertThat(given.audits.start(given.site, "19", other.technician()))
                    .isEqualTo(new AuditStarted.Refused(AuditStarted.Why.NO_SUCH_SITE));
        }
    }

    @Test
    void aLabelOnTheWrongDeviceIsPutRightByANewLabelOrInTheRecord() { // B72
        var a = given.add(model, tag(), TestDevices.unique("S"));
        var b = given.add(model, tag(), TestDevices.unique("S"));
        var by = given.technician();
        assertThat(labels.check(a.tag(), a.serial(), by)).isEqualTo(new LabelChecked.Fits(a));
        assertThat(labels.check(a.tag(), b.serial(), by)).isEqualTo(new LabelChecked.Other(a, Optional.of(b)));
        var fresh = tag();
        assertThat(labels.relabel(b.id(), fresh, by)).isEqualTo(new DeviceSaved.Saved(b.id()));
        assertThat(labels.relabel(b.id(), fresh, by)).as("again").isEqualTo(new DeviceSaved.Saved(b.id()));
        assertThat(given.device(b.id()).tag()).isEqualTo(fresh);
        assertThat(given.inventory.scanned(b.tag(), by)).extracting(Device::id).containsExactly(b.id());

        assertThat(labels.fix(a.tag(), b.serial(), by).answer()).isEqualTo(LabelFixed.Answer.DONE);
        assertThat(given.device(b.id()).tag()).as("the record was wrong").isEqualTo(a.tag());
        assertThat(given.device(a.id()).tag()).isEmpty();
        assertThat(labels.check(a.tag(), b.serial(), by)).isInstanceOf(LabelChecked.Fits.class);
        assertThat(labels.fix(a.tag(), b.serial(), by).answer()).as("again").isEqualTo(LabelFixed.Answer.DONE);
        assertThat(labels.fix(tag(), b.serial(), by).answer()).isEqualTo(LabelFixed.Answer.CHANGED);
        var unknown = TestDevices.unique("S");
        assertThat(labels.check(fresh, unknown, by)).isInstanceOf(LabelChecked.Other.class);
        assertThat(labels.fix(fresh, unknown, by).answer()).isEqualTo(LabelFixed.Answer.DONE);
        assertThat(given.device(b.id()).serial())
                .as("its serial was read wrongly")
                .isEqualTo(unknown);
        assertThat(labels.check(tag(), TestDevices.unique("S"), by)).isEqualTo(new LabelChecked.Unknown());
        assertThat(broken("" + a.id() + " ")).isEmpty();
    }

    @Test
    void aLabelOfWhatSomebodyHasIsNotMovedAndOneWithoutSerialKeepsIts() { // B72, V4
        var a = given.add(model, tag(), "");
        var b = given.add(model, tag(), TestDevices.unique("S"));
        var fixed = labels.fix(a.tag(), b.serial(), given.technician());
        assertThat(fixed.answer()).isEqualTo(LabelFixed.Answer.WRONG);
        assertThat(given.device(a.id()).tag()).as("nothing is half done").isEqualTo(a.tag());
        given.lend(b.item(), person(), b.siteId());
        assertThat(labels.fix(a.tag(), b.serial(), given.technician()).answer()).isEqualTo(LabelFixed.Answer.ON_LOAN);
        given.write("delete from loan where item_id = ?", b.item());
    }

    @Test
    void aTagInUseIsRefusedAndItsOwnerIsNamed() { // B73
        var a = given.add(model, tag(), TestDevices.unique("S"));
        var b = given.add(model, tag(), TestDevices.unique("S"));
        var refused = (DeviceSaved.Wrong) labels.relabel(b.id(), a.tag(), given.technician());
        assertThat(refused.problems())
                .containsExactly(new DeviceProblem(
                        DeviceField.TAG, DeviceProblem.Kind.TAG_TAKEN, a.serial(), OptionalLong.of(a.id())));
        var barcode = TestDevices.unique("BOOK");
        var items = new UnlistedItems();
        var bib = given.database.transaction(connection -> items.addTitle(connection, "Holes"));
        given.database.transaction(connection -> items.add(
                connection,
                new UnlistedItem(
                        0, bib, a.siteId(), "BOOK", barcode, OptionalInt.empty(), Optional.empty(), "", "", "")));
        var book = (DeviceSaved.Wrong) labels.relabel(b.id(), barcode, given.technician());
        assertThat(book.problems())
                .containsExactly(new DeviceProblem(
                        DeviceField.TAG, DeviceProblem.Kind.BARCODE_TAKEN, "Holes", OptionalLong.empty()));
        assertThat(given.device(b.id()).tag()).isEqualTo(b.tag());
        given.write("delete from item where barcode = ?", barcode);
        given.write("delete from bib_record where id = ?", bib);
    }

    @Test
    void theNextTagIsOneThatNothingHasOrHad() { // B76
        var start = TestDevices.unique("N") + "-";
        given.add(model, start + "000001", "");
        var second = given.add(model, start + "000002", TestDevices.unique("S"));
        given.inventory.change(DeviceChange.of(second).labelled(start + "000004"), given.technician());
        assertThat(given.inventory.nextTag(start + "000001")).contains(start + "000003");
        assertThat(given.inventory.nextTag("CART")).isEmpty();
    }

    @Test
    void whatIsStillTiedIsRetiredOnlyByAWord() { // V3
        var ticket = given.add(model, tag(), "");
        given.write(
                "insert into repair_ticket (site_id, device_id, fault, opened_at) values (?, ?, 'screen', now())",
                ticket.siteId(),
                ticket.id());
        assertThat(given.set(ticket, DeviceCondition.RETIRED, "Old"))
                .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.TICKET_OPEN));
        var enrolled = given.add(model, tag(), "");
        given.write(
                "insert into device_mdm (source, mdm_id, device_id, status, read_at) values ('google', ?, ?, 'ACTIVE', now())",
                TestDevices.unique("M"),
                enrolled.id());
        assertThat(given.set(enrolled, DeviceCondition.RETIRED, "Old"))
                .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.STILL_ENROLLED));
        var bulk = new BulkWish(
                List.of(ticket.tag(), enrolled.tag()), BulkWish.Field.CONDITION, "RETIRED", "End of the year");
        assertThat(given.bulk.plan(bulk, given.technician()).lines())
                .as("many are retired by the rules of each")
                .extracting(BulkPlan.Line::problem)
                .containsExactly(
                        Optional.of(BulkPlan.Problem.TICKET_OPEN), Optional.of(BulkPlan.Problem.STILL_ENROLLED));
        assertThat(given.inventory.setCondition(
                        enrolled.id(),
                        enrolled.version(),
                        DeviceCondition.RETIRED,
                        "Old",
                        OptionalInt.empty(),
                        true,
                        given.technician()))
                .isEqualTo(new ConditionSet.Done());
        given.write("delete from repair_ticket where device_id = ?", ticket.id());
        given.write(
                "insert into device_assignment (device_id, patron_id, assigned_at) values (?, ?, now())",
                ticket.id(),
                person());
        assertThat(given.set(ticket, DeviceCondition.RETIRED, "Old"))
                .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.ASSIGNED));
        given.write("delete from device_assignment where device_id = ?", ticket.id());
    }

    private UpkeepPlan plan(OptionalInt days, OptionalInt hours, LocalDate from) {
        return new UpkeepPlan(
                0,
                UpkeepKind.CLEANING,
                TestDevices.unique("Plan "),
                Optional.empty(),
                OptionalInt.of(model),
                given.site,
                days,
                hours,
                false,
                from,
                true,
                0);
    }

    private UpkeepSearch of(UpkeepSearch.When when, int plan) {
        return new UpkeepSearch(when, OptionalInt.of(plan), given.site, OptionalLong.empty());
    }

    private List<Long> due(UpkeepSearch.When when, int plan) {
        return tasks.find(of(when, plan), 1, 100, given.technician()).rows().stream()
                .map(UpkeepTask::device)
                .toList();
    }

    private static UpkeepDone done(int plan, Device device, OptionalInt meter, UUID request) {
        return new UpkeepDone(plan, device.id(), meter, "Blown out", OptionalInt.of(350), request);
    }

    @Test
    void whatIsDoneIsDueAgainAfterItsDaysAndWhatIsAtRepairOrRetiredIsLeftOut() {
        var day = LocalDate.now(Clock.systemUTC()).minusDays(40);
        var one = given.add(model, tag(), "");
        var two = given.add(model, tag(), "");
        var mended = given.add(model, tag(), "");
        var old = given.add(model, tag(), "");
        for (var device : List.of(one, two, mended, old))
            given.write(
                    "update device_record set created_at = ? where id = ?",
                    day.minusDays(9).atStartOfDay(),
                    device.id());
        given.set(old, DeviceCondition.RETIRED, "Old");
        given.set(mended, DeviceCondition.AT_VENDOR, "");
        var plan = ((UpkeepSaved.Saved)
                        tasks.save(plan(OptionalInt.of(30), OptionalInt.empty(), day), given.technician()))
                .id();
        assertThat(due(UpkeepSearch.When.DUE, plan)).containsExactly(one.id(), two.id());
        assertThat(due(UpkeepSearch.When.OVERDUE, plan)).containsExactly(one.id(), two.id());
        var late = tasks.find(of(UpkeepSearch.When.DUE, plan), 1, 1, given.technician());
        assertThat(late.total()).isEqualTo(2);
        assertThat(late.rows().getFirst().late()).isEqualTo(10);
        var request = UUID.randomUUID();
        assertThat(tasks.done(done(plan, one, OptionalInt.empty(), request), given.technician()))
                .isEqualTo(UpkeepDone.Answer.DONE);
        assertThat(tasks.done(done(plan, one, OptionalInt.empty(), request), given.technician()))
                .as("the same form again")
                .isEqualTo(UpkeepDone.Answer.DONE);
        assertThat(given.number("select count(*) from upkeep_done where device_id = ?", one.id()))
                .isEqualTo(1);
        assertThat(due(UpkeepSearch.When.DUE, plan)).containsExactly(two.id());
        assertThat(due(UpkeepSearch.When.ALL, plan)).containsExactly(two.id(), one.id());
        var event = given.inventory.open(one.id()).orElseThrow().events().getFirst();
        assertThat(event.kind()).isEqualTo(DeviceEvent.Kind.UPKEEP);
        assertThat(event.cost()).hasValue(350);
        assertThat(new DeviceHistory(given.database).of(one.id()).total(OptionalInt.of(1_000)))
                .isEqualTo(1_350);
        try (var other = TestDevices.open()) {
            assertThat(tasks.done(done(plan, two, OptionalInt.empty(), UUID.randomUUID()), other.technician()))
                    .isEqualTo(UpkeepDone.Answer.NO_SUCH_DEVICE);
        }
    }

    @Test
    void aLampIsDueByItsHours() {
        var device = given.add(model, tag(), "");
        var plan = ((UpkeepSaved.Saved) tasks.save(
                        plan(OptionalInt.empty(), OptionalInt.of(2_000), LocalDate.now(Clock.systemUTC())),
                        given.technician()))
                .id();
        assertThat(due(UpkeepSearch.When.DUE, plan)).isEmpty();
        assertThat(tasks.read(device.id(), 1_999, given.technician())).isTrue();
        assertThat(due(UpkeepSearch.When.DUE, plan)).isEmpty();
        assertThat(tasks.read(device.id(), 2_000, given.technician())).isTrue();
        assertThat(due(UpkeepSearch.When.DUE, plan)).containsExactly(device.id());
        assertThat(tasks.done(done(plan, device, OptionalInt.empty(), UUID.randomUUID()), given.technician()))
                .isEqualTo(UpkeepDone.Answer.METER_MISSING);
        assertThat(tasks.done(done(plan, device, OptionalInt.of(0), UUID.randomUUID()), given.technician()))
                .isEqualTo(UpkeepDone.Answer.DONE);
        assertThat(due(UpkeepSearch.When.DUE, plan)).isEmpty();
        assertThat(tasks.save(plan(OptionalInt.of(1), OptionalInt.of(1), LocalDate.EPOCH), given.technician()))
                .isEqualTo(new UpkeepSaved.Refused(UpkeepSaved.Why.NO_INTERVAL));
    }

    @Test
    void everyNumberOfTheDayIsThatOfItsList() {
        var now = Instant.now(Clock.systemUTC());
        var out = inRoom("30", 3);
        for (var device : out) given.lend(device.item(), person(), device.siteId());
        due(out.get(0), now.minusSeconds(90_000));
        due(out.get(1), now.plusSeconds(60));
        for (var days : List.of(1, 8, 40)) repair(inRoom("30"), now.minusSeconds(86_400L * days));
        given.set(inRoom("30"), DeviceCondition.MISSING, "Gone");
        given.set(inRoom("30"), DeviceCondition.NEEDS_CHECK, "");
        given.set(inRoom("30"), DeviceCondition.RETIRED, "Old");
        var cart = inRoom("30");
        slot(cart, 1, inRoom("30"));
        slot(cart, 2, out.get(2));
        var supported = inRoom("30");
        given.write("update device_record set support_ends = ? where id = ?", LocalDate.of(2020, 1, 1), supported.id());
        given.write(
                "update device_record set support_ends = ? where id = ?",
                LocalDate.now(Clock.systemUTC()).plusDays(30),
                cart.id());
        tasks.save(plan(OptionalInt.of(1), OptionalInt.empty(), LocalDate.of(2020, 1, 1)), given.technician());
        given.write(
                "update device_record d join item i on i.id = d.item_id join site s on s.id = i.site_id "
                        + "set d.created_at = '2026-01-01' where s.code = ?",
                given.site);

        var counts = today.counts(Optional.empty(), given.technician());
        for (var tile : TodayTile.values()) {
            var list = given.inventory.find(tile.search(Optional.of(given.site)), 1, 100, given.technician());
            assertThat(counts.of(tile)).as(tile.name()).isEqualTo(list.total());
            assertThat(list.rows()).as(tile.name()).hasSize((int) list.total());
        }
        assertThat(counts.of(TodayTile.OUT)).isEqualTo(3);
        assertThat(counts.of(TodayTile.OVERDUE)).isEqualTo(1);
        assertThat(counts.of(TodayTile.REPAIR_WEEK)).isEqualTo(1);
        assertThat(counts.of(TodayTile.REPAIR_MONTH)).isEqualTo(1);
        assertThat(counts.of(TodayTile.REPAIR_LONGER)).isEqualTo(1);
        assertThat(counts.of(TodayTile.AT_REPAIR)).isEqualTo(3);
        assertThat(counts.of(TodayTile.CART_SHORT)).isEqualTo(1);
        assertThat(counts.of(TodayTile.MISSING)).isEqualTo(1);
        assertThat(counts.of(TodayTile.SUPPORT_ENDED)).isEqualTo(1);
        assertThat(counts.of(TodayTile.SUPPORT_SOON)).isEqualTo(1);
        assertThat(counts.supportEnds()).containsEntry(2020, 1L);
        var due = tasks.find(
                new UpkeepSearch(UpkeepSearch.When.DUE, OptionalInt.empty(), "", OptionalLong.empty()),
                1,
                100,
                given.technician());
        assertThat(counts.tasks()).isEqualTo(due.total()).isEqualTo(due.rows().size());
        assertThat(counts.tasks()).isPositive();
        given.write("delete from repair_ticket where site_id = ?", cart.siteId());
        for (var device : out) given.write("delete from loan where item_id = ?", device.item());
    }

    private void due(Device device, Instant at) {
        var utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        given.write("update loan set due_at = ?, due_on = ? where item_id = ?", utc, utc.toLocalDate(), device.item());
    }

    private void repair(Device device, Instant since) {
        given.write(
                "insert into repair_ticket (site_id, device_id, fault, device_in, opened_at) values (?, ?, 'screen', true, ?)",
                device.siteId(),
                device.id(),
                LocalDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    @Test
    void devicesAreWorthWhatTheRuleLeavesAndAreReplacedInTheirYear() {
        var day = LocalDate.now(Clock.systemUTC());
        var known = inRoom("50");
        var bought = DeviceChange.of(known);
        var purchase = new DevicePurchase(
                Optional.of(day.minusYears(1)), OptionalInt.of(30_000), "", "Levy", "", Optional.empty());
        given.inventory.change(
                new DeviceChange(
                        bought.id(),
                        bought.version(),
                        bought.model(),
                        bought.tag(),
                        bought.serial(),
                        bought.site(),
                        bought.room(),
                        purchase,
                        Optional.of(day.plusYears(2)),
                        ""),
                given.technician());
        var unknown = inRoom("50");
        var old = inRoom("50");
        given.set(old, DeviceCondition.RETIRED, "Old");
        var worth = values.on(day, "", given.technician());
        assertThat(worth).extracting(DeviceWorth::device).containsExactlyInAnyOrder(known.id(), unknown.id());
        var rule = values.rules().stream()
                .filter(one -> one.category() == DeviceCategory.CHROMEBOOK)
                .findFirst()
                .orElseThrow();
        var value = Depreciation.value(30_000, day.minusYears(1), day, rule);
        var group = WorthGroup.by(worth, DeviceWorth::fund);
        assertThat(group).containsExactly(new WorthGroup("Levy", 1, 0, 30_000, value), new WorthGroup("", 1, 1, 0, 0));
        assertThat(values.on(day.minusYears(2), "", given.technician()))
                .as("before it was bought")
                .extracting(DeviceWorth::device)
                .doesNotContain(known.id());
        var plan = values.plan("", given.technician());
        var model = known.fullModelName();
        assertThat(plan)
                .containsExactly(
                        new ReplacementGroup(day.plusYears(2).getYear(), model, 1, 1, 21_900, 0),
                        new ReplacementGroup(0, model, 1, 0, 21_900, 0));
        assertThat(values.save(new DepreciationRule(rule.category(), 0, 0, rule.version())))
                .isFalse();
        assertThat(values.save(new DepreciationRule(rule.category(), 60, 5, rule.version() + 7)))
                .as("changed meanwhile")
                .isFalse();
    }

    /** Many devices, one in three lent: what every list and the page of the day take is printed, and the counts are right. */
    @Test
    void aDistrictIsListedAndCounted() {
        var first = given.add(model, tag(), "");
        var from = 7_000_000_000L;
        given.write(
                "insert into item (id, bib_id, site_id, item_type_id, barcode, shelf_key, price_cents, acquired_on) "
                        + "select ? + q.seq, i.bib_id, i.site_id, i.item_type_id, concat('D20-', q.seq), i.shelf_key, 21900, "
                        + "'2024-08-01' from seq_1_to_" + MANY + " q join item i on i.id = ?",
                from,
                first.item());
        given.write(
                "insert into device_record (item_id, model_id, manufacturer, asset_tag, serial, serial_key, room) "
                        + "select ? + q.seq, d.model_id, d.manufacturer, concat('D20-', q.seq), concat('S20', q.seq), "
                        + "concat('S20', q.seq), concat('Room ', q.seq % 600) from seq_1_to_" + MANY
                        + " q join device_record d on d.id = ?",
                from,
                first.id());
        given.lend(first.item(), person(), first.siteId());
        given.write(
                "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, due_at, due_on, terms_id) "
                        + "select ? + q.seq * 3, l.patron_id, l.site_id, l.zone, l.patron_category, l.lent_at, "
                        + "utc_timestamp() - interval (q.seq % 9) day, utc_date() - interval (q.seq % 9) day, l.terms_id "
                        + "from seq_1_to_" + MANY * 3 / 10 + " q join loan l on l.item_id = ?",
                from,
                first.item());
        var plan = plan(OptionalInt.of(30), OptionalInt.empty(), LocalDate.of(2020, 1, 1));
        tasks.save(plan, given.technician());
        try {
            var all = DeviceSearch.words("");
            for (var round = 0; round < 2; round++) {
                timed("the list", () -> given.inventory.find(all, 1, 50, given.technician()));
                timed("its last page", () -> given.inventory.find(all, 400, 50, given.technician()));
                timed("by room", () -> given.inventory.find(DeviceSearch.words("Room 599"), 1, 50, given.technician()));
                timed("on loan", () -> given.inventory.find(all.in(Custody.Kind.ON_LOAN), 1, 50, given.technician()));
                timed(
                        "overdue",
                        () -> given.inventory.find(all.looking(DeviceSearch.Look.OVERDUE), 1, 50, given.technician()));
                timed("the day", () -> today.counts(Optional.empty(), given.technician()));
                timed(
                        "tasks",
                        () -> tasks.find(
                                new UpkeepSearch(UpkeepSearch.When.DUE, OptionalInt.empty(), "", OptionalLong.empty()),
                                1,
                                50,
                                given.technician()));
                timed("values", () -> values.on(LocalDate.now(Clock.systemUTC()), "", given.technician()));
            }
            assertThat(today.counts(Optional.empty(), given.technician()).of(TodayTile.OUT))
                    .isEqualTo(MANY * 3 / 10 + 1);
        } finally {
            given.write("delete from loan where item_id >= ? and item_id <= ?", from, from + MANY);
            given.write("delete from loan where item_id = ?", first.item());
            given.write("delete from device_record where item_id > ? and item_id <= ?", from, from + MANY);
            given.write("delete from item where id > ? and id <= ?", from, from + MANY);
        }
    }

    private static void timed(String what, Runnable act) {
        var began = System.nanoTime();
        act.run();
        var millis = (System.nanoTime() - began) / 1_000_000;
        System.out.println(MANY + " devices, " + what + ": " + millis + " ms");
    }

    @Test
    void verifyFindsAnAuditThatLies() {
        var device = inRoom("60");
        var audit = start("60");
        given.audits.close(audit, proposed(audit), UUID.randomUUID(), given.technician());
        assertThat(broken("Audit " + audit + " ")).isEmpty();
        given.write(
                "insert into device_audit_scan (audit_id, device_id, at, account_id) values (?, ?, now(), 1)",
                audit,
                device.id());
        assertThat(broken("Audit " + audit + " "))
                .containsExactly(
                        "Audit " + audit + " calls something missing that was scanned. Audit the place again (B67).");
        given.write("delete from device_audit_scan where audit_id = ?", audit);
    }

    @Test
    void aNoteStandsInTheHistoryWithItsCost() {
        var device = inRoom("70");
        var request = UUID.randomUUID();
        assertThat(given.inventory.note(device.id(), " ", OptionalInt.empty(), request, given.technician()))
                .isFalse();
        for (var times = 0; times < 2; times++)
            assertThat(given.inventory.note(
                            device.id(), "New hinge", OptionalInt.of(1_250), request, given.technician()))
                    .as("sent twice, written once")
                    .isTrue();
        var event = given.inventory.open(device.id()).orElseThrow().events().getFirst();
        assertThat(event.kind()).isEqualTo(DeviceEvent.Kind.NOTE);
        assertThat(event.reason()).isEqualTo("New hinge");
        assertThat(new DeviceHistory(given.database).of(device.id()).spent()).isEqualTo(1_250);
    }

    private List<String> broken(String about) {
        var found = new ArrayList<String>();
        new DeviceCheck(given.database).run(found::add);
        return found.stream().filter(sentence -> sentence.contains(about)).toList();
    }
}
