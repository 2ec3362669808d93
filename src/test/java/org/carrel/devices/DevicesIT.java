package org.carrel.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.CatalogCheck;
import org.carrel.catalog.ItemCondition;
import org.carrel.devices.BulkPlan.Problem;
import org.carrel.devices.rules.Conditions;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.platform.DatabaseProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inventory through its doors, on the product's database. */
class DevicesIT {
    private TestDevices given;
    private String maker;
    private int model;

    @BeforeEach
    void open() {
        given = TestDevices.open();
        maker = TestDevices.unique("Maker ");
        model = given.model(maker);
    }

    @AfterEach
    void close() {
        if (given != null) given.close();
    }

    private static String tag() {
        return TestDevices.unique("CB-");
    }

    private static List<DeviceProblem> problems(DeviceSaved answer) {
        return answer instanceof DeviceSaved.Wrong wrong ? wrong.problems() : List.of();
    }

    private static DeviceProblem.Kind problem(DeviceSaved answer) {
        assertThat(problems(answer)).hasSize(1);
        return problems(answer).getFirst().kind();
    }

    @Test
    void aTagIsUniqueWithoutRegardToCaseAndWhoHasItIsNamed() { // V4, B73, B78
        var tag = tag();
        var first = given.add(model, " " + tag + " ", "5CD" + tag);
        assertThat(first.tag()).isEqualTo(tag);
        var again = given.tryAdd(model, tag.toLowerCase(), "");
        assertThat(problem(again)).isEqualTo(DeviceProblem.Kind.TAG_TAKEN);
        assertThat(problems(again).getFirst().other()).isEqualTo("5CD" + tag);
        assertThat(problems(again).getFirst().otherDevice()).hasValue(first.id());
    }

    @Test
    void aSerialIsUniqueForItsManufacturerUnlessItIsAPlaceholder() { // V4
        var serial = TestDevices.unique("S");
        var first = given.add(model, tag(), serial);
        var second = given.tryAdd(model, tag(), " " + serial.toLowerCase());
        assertThat(problem(second)).isEqualTo(DeviceProblem.Kind.SERIAL_TAKEN);
        assertThat(problems(second).getFirst().other()).as("B75: this is …").isEqualTo(first.tag());
        var other = given.add(given.model(TestDevices.unique("Other ")), tag(), serial);
        assertThat(given.inventory.scanned(serial, given.technician())).hasSize(2);
        assertThat(other.serial()).isEqualTo(serial);
        given.add(model, tag(), "To Be Filled By O.E.M.");
        var placeholder = given.add(model, tag(), "To Be Filled By O.E.M.");
        assertThat(placeholder.serial()).isEqualTo("To Be Filled By O.E.M.");
        assertThat(given.inventory.scanned("To Be Filled By O.E.M.", given.technician()))
                .isEmpty();
    }

    @Test
    void aDeviceHasATagOrASerial() {
        assertThat(problem(given.tryAdd(model, "", "0"))).isEqualTo(DeviceProblem.Kind.MISSING);
        assertThat(problem(given.tryAdd(model, "Zoë 1", ""))).isEqualTo(DeviceProblem.Kind.NOT_READABLE);
    }

    @Test
    void twoPeopleWhoScanOneTagAtOnceMakeOneDevice() throws Exception {
        var tag = tag();
        List<DeviceSaved> answers = atOnce(4, () -> given.tryAdd(model, tag, ""));
        assertThat(answers).filteredOn(DeviceSaved.Saved.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(DeviceSaved.Wrong.class::isInstance)
                .allSatisfy(answer -> assertThat(problem(answer)).isEqualTo(DeviceProblem.Kind.TAG_TAKEN));
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            var acts = new ArrayList<Callable<T>>();
            for (var i = 0; i < times; i++) acts.add(act);
            var answers = new ArrayList<T>();
            for (Future<T> answer : pool.invokeAll(acts)) answers.add(answer.get());
            return answers;
        }
    }

    @Test
    void anOldLabelStillFindsItsDeviceAndNeverGoesToAnother() { // V3, B72, B75
        var first = given.add(model, tag(), TestDevices.unique("S"));
        var newTag = tag();
        var saved = given.inventory.change(DeviceChange.of(first).labelled(newTag), given.technician());
        assertThat(saved).isEqualTo(new DeviceSaved.Saved(first.id()));
        assertThat(given.inventory.scanned(first.tag(), given.technician()))
                .singleElement()
                .extracting(Device::tag)
                .isEqualTo(newTag);
        assertThat(problem(given.tryAdd(model, first.tag(), ""))).isEqualTo(DeviceProblem.Kind.TAG_USED_UP);
        var back = given.inventory.change(
                DeviceChange.of(given.device(first.id())).labelled(first.tag()), given.technician());
        assertThat(back).as("its own old label it may have again").isInstanceOf(DeviceSaved.Saved.class);
        assertThat(given.inventory.open(first.id()).orElseThrow().oldTags()).containsExactly(newTag);
    }

    @Test
    void aRetiredDeviceKeepsItsTagAndItsSerial() { // V3
        var old = given.add(model, tag(), TestDevices.unique("S"));
        assertThat(given.set(old, DeviceCondition.RETIRED, ""))
                .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.REASON_MISSING));
        assertThat(given.set(old, DeviceCondition.RETIRED, "Wiped and deprovisioned"))
                .isEqualTo(new ConditionSet.Done());
        assertThat(given.device(old.id()).custody()).isEqualTo(new Custody.Gone(DeviceCondition.RETIRED));
        assertThat(problem(given.tryAdd(model, old.tag(), ""))).isEqualTo(DeviceProblem.Kind.TAG_TAKEN);
        assertThat(problem(given.tryAdd(model, tag(), old.serial()))).isEqualTo(DeviceProblem.Kind.SERIAL_RETIRED);
        assertThat(given.set(old, DeviceCondition.READY, "Needed again")).isEqualTo(new ConditionSet.Done());
        var events = given.inventory.open(old.id()).orElseThrow().events();
        assertThat(events)
                .extracting(DeviceEvent::kind)
                .containsExactly(DeviceEvent.Kind.REACTIVATED, DeviceEvent.Kind.RETIRED, DeviceEvent.Kind.ADDED);
    }

    @Test
    void whatPeopleChangeIsTheirsAndIsWrittenDown() { // V5: imports leave local fields alone
        var device = given.add(model, tag(), TestDevices.unique("S"));
        given.inventory.change(DeviceChange.of(device).inRoom("Cart A"), given.technician());
        var changed = given.device(device.id());
        assertThat(changed.local()).contains(DeviceField.ROOM, DeviceField.TAG);
        assertThat(changed.price()).as("the model's").hasValue(21_900);
        var event = given.inventory.open(device.id()).orElseThrow().events().getFirst();
        assertThat(event.kind()).as("B70: moved without a loan").isEqualTo(DeviceEvent.Kind.MOVED);
        assertThat(List.of(event.what(), event.was(), event.becomes())).containsExactly("room", "114", "Cart A");
        assertThat(given.inventory.change(DeviceChange.of(device).inRoom("Cart B"), given.technician()))
                .as("shown before somebody else changed it")
                .isEqualTo(new DeviceSaved.Stale());
    }

    @Test
    void listsAreFilteredByTheSameConditionAndCustodyAsPagesShow() { // V1, two axes
        for (var set : DeviceCondition.values()) {
            for (var item : ItemCondition.values()) {
                var device = given.add(model, tag(), "");
                given.write(
                        "update device_record set device_condition = ? where id = ?",
                        set.name().toLowerCase(),
                        device.id());
                given.write(
                        "update item set item_condition = ? where id = ?",
                        item.name().toLowerCase(),
                        device.item());
            }
        }
        var all = given.inventory.find(wish(Optional.empty(), Optional.empty()), 1, 100, given.technician());
        assertThat(all.total()).isEqualTo(60);
        for (var condition : DeviceCondition.values()) {
            var wanted = all.rows().stream()
                    .filter(device -> device.condition() == condition)
                    .toList();
            var found =
                    given.inventory.find(wish(Optional.of(condition), Optional.empty()), 1, 100, given.technician());
            assertThat(found.rows()).as(condition.name()).isEqualTo(wanted);
        }
        for (var custody : Custody.Kind.values()) {
            var wanted = all.rows().stream()
                    .filter(device -> device.custody().kind() == custody)
                    .toList();
            var found = given.inventory.find(wish(Optional.empty(), Optional.of(custody)), 1, 100, given.technician());
            assertThat(found.rows()).as(custody.name()).isEqualTo(wanted);
        }
        assertThat(Conditions.now(DeviceCondition.READY, ItemCondition.DAMAGED)).isEqualTo(DeviceCondition.NEEDS_CHECK);
    }

    private static DeviceSearch wish(Optional<DeviceCondition> condition, Optional<Custody.Kind> custody) {
        var all = DeviceSearch.words("");
        return new DeviceSearch(
                "", all.site(), all.model(), all.category(), condition, custody, Optional.empty(), false);
    }

    @Test
    void devicesAreFoundByTagSerialRoomAndModelWithinTheOwnSite() {
        var device = given.add(model, tag(), TestDevices.unique("S"));
        for (var words : List.of(device.tag().toLowerCase(), device.serial(), "114 " + maker, maker + " model"))
            assertThat(given.inventory
                            .find(DeviceSearch.words(words), 1, 10, given.technician())
                            .rows())
                    .as(words)
                    .extracting(Device::id)
                    .contains(device.id());
        try (var other = TestDevices.open()) {
            assertThat(given.inventory
                            .find(DeviceSearch.words(device.tag()), 1, 10, other.technician())
                            .rows())
                    .isEmpty();
            assertThat(given.inventory.scanned(device.tag(), other.technician()))
                    .isEmpty();
        }
    }

    @Test
    void theListForSpreadsheetsKeepsEveryDigitAndNamesNobody() { // B87
        var tag = "000" + Math.abs(tag().hashCode());
        given.add(model, tag, "0012345678" + tag);
        var rows = new ArrayList<List<String>>();
        new DeviceExports(given.inventory).rows(DeviceSearch.words(tag), given.technician(), rows::add);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().getFirst()).isEqualTo("Asset tag");
        assertThat(rows.getLast()).startsWith(tag, "0012345678" + tag, maker).contains("219.00", "in stock", "ready");
    }

    @Test
    void whoIsErasedHasUsedNoDevice() { // PR-8
        var device = given.add(model, tag(), "");
        var facts = new PatronFacts(Map.of(
                PatronField.FAMILY_NAME,
                TestDevices.unique("Used"),
                PatronField.CATEGORY,
                "STUDENT",
                PatronField.STATUS,
                "ACTIVE",
                PatronField.EMAIL,
                device.tag().toLowerCase() + "@example.org"));
        var patrons = new Patrons(given.database, Clock.systemUTC());
        var saved = patrons.add(facts, "", Optional.empty(), "test");
        var patron = ((PatronSaved.Saved) saved).id();
        var sql = "insert into device_last_user (device_id, source, user_name, since_at, seen_at) "
                + "values (?, ?, ?, '2026-11-20', '2026-11-21')";
        given.write(sql, device.id(), "google", device.tag() + "@EXAMPLE.org");
        given.write(sql, device.id(), "jamf", "somebody-else@example.org");
        given.database.transaction(connection -> {
            new DeviceUsers().forget(connection, patron);
            return true;
        });
        assertThat(given.inventory.open(device.id()).orElseThrow().lastUsers())
                .extracting(LastUser::name)
                .containsExactly("somebody-else@example.org");
    }

    @Test
    void theCatalogShowsNoDevices() {
        var device = given.add(model, tag(), "");
        var bib = given.models.find(model).orElseThrow().bibId();
        var catalog = new Catalog(given.database, Clock.systemUTC());
        assertThat(catalog.find(bib)).isEmpty();
        assertThat(catalog.marc(bib)).isEmpty();
        assertThat(catalog.size())
                .isEqualTo(given.number("select count(*) from bib_record")
                        - given.number("select count(*) from device_model")
                        - given.number("select count(*) from bib_merged"));
        assertThat(device.item()).isPositive();
    }

    @Test
    void aModelThatIsRenamedOrLentOtherwiseTakesItsDevicesWithIt() {
        var device = given.add(model, tag(), TestDevices.unique("S"));
        var before = given.models.find(model).orElseThrow();
        var facts = new ModelFacts(
                "Renamed",
                TestDevices.unique("Renamed model "),
                DeviceCategory.TABLET,
                "",
                before.price(),
                Optional.empty(),
                "",
                Map.of(given.accessory(0), 2));
        assertThat(given.models.change(model, before.version(), facts)).isEqualTo(new ModelSaved.Saved(model));
        assertThat(given.device(device.id()).manufacturer()).isEqualTo("Renamed");
        assertThat(given.number(
                        "select count(*) from item i join item_type t on t.id = i.item_type_id "
                                + "where i.id = ? and t.code = 'TABLET'",
                        device.item()))
                .isEqualTo(1);
        var after = given.models.find(model).orElseThrow();
        assertThat(after.accessories()).singleElement().satisfies(one -> assertThat(one.quantity())
                .isEqualTo(2));
        assertThat(given.models.change(model, before.version(), facts)).isEqualTo(new ModelSaved.Stale());
        assertThat(given.models.add(facts)).isEqualTo(new ModelSaved.Wrong(Set.of(ModelSaved.Problem.NAME_TAKEN)));
    }

    @Test
    void manyAreChangedAtOnceByTheRulesOfEachAndNothingIsSilent() { // B40, V1: bulk as single
        var one = given.add(model, tag(), TestDevices.unique("S"));
        var two = given.add(model, tag(), "");
        given.set(two, DeviceCondition.RETIRED, "Old");
        var scans = List.of(one.serial().toLowerCase(), two.tag(), one.tag(), "NOWHERE-1");
        var wish = new BulkWish(scans, BulkWish.Field.CONDITION, "RETIRED", "End of the year");
        var plan = given.bulk.plan(wish, given.technician());
        assertThat(plan.lines())
                .extracting(BulkPlan.Line::problem)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Problem.SAME),
                        Optional.of(Problem.TWICE),
                        Optional.of(Problem.UNKNOWN));
        assertThat(given.device(one.id()).condition())
                .as("a plan changes nothing")
                .isEqualTo(DeviceCondition.READY);
        assertThat(given.bulk.apply(wish, given.technician()).good()).isEqualTo(1);
        assertThat(given.device(one.id()).condition()).isEqualTo(DeviceCondition.RETIRED);
        var room = new BulkWish(List.of(one.tag(), two.tag()), BulkWish.Field.ROOM, " Store  room ", "");
        assertThat(given.bulk.apply(room, given.technician()).good()).isEqualTo(2);
        assertThat(given.device(two.id()).room()).isEqualTo("Store room");
    }

    @Test
    void tenClicksForTheLastChargerTakeOne() throws Exception { // V6, B03, B04
        var type = given.accessory(1);
        var answers = atOnce(
                10, () -> given.accessories.change(given.wish(type, Accessory.Why.HANDED_OUT, 1), given.technician()));
        assertThat(answers).filteredOn(new AccessoryChanged.Done(0)::equals).hasSize(1);
        assertThat(answers).filteredOn(new AccessoryChanged.NoneLeft(0)::equals).hasSize(9);
        assertThatThrownBy(
                        () -> given.write("update accessory_stock set quantity = quantity - 1 where type_id = ?", type))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("accessory_stock_never_below_zero");
    }

    @Test
    void theSameRequestAgainCountsOnce() { // V6, B02
        var type = given.accessory(5);
        var wish = given.wish(type, Accessory.Why.HANDED_OUT, 2);
        assertThat(given.accessories.change(wish, given.technician())).isEqualTo(new AccessoryChanged.Done(3));
        assertThat(given.accessories.change(wish, given.technician())).isEqualTo(new AccessoryChanged.Done(3));
        assertThat(given.accessories.change(given.wish(type, Accessory.Why.COUNTED, 9), given.technician()))
                .isEqualTo(new AccessoryChanged.Done(9));
        assertThat(given.accessories.moves(given.technician()).getFirst().quantity())
                .isEqualTo(6);
        assertThat(given.accessories.change(given.wish(type, Accessory.Why.LOST, 0), given.technician()))
                .isEqualTo(new AccessoryChanged.Refused(AccessoryChanged.Why.NO_NUMBER));
    }

    @Test
    void verifyFindsWhatIsBrokenAndNothingElse() {
        var device = given.add(model, tag(), TestDevices.unique("S"));
        given.set(device, DeviceCondition.BROKEN, "Screen");
        var type = given.accessory(3);
        assertThat(broken(device, type)).isEmpty();
        given.write("update item set lendable = true where id = ?", device.item());
        given.write("update accessory_stock set quantity = 4 where type_id = ?", type);
        assertThat(broken(device, type))
                .containsExactly(
                        "Device " + device.id() + " could be lent in its condition. Set its condition once more (V1).",
                        "The count of accessory " + type + " is not the sum of its changes. Count it.");
        given.write("update item set lendable = false where id = ?", device.item());
        given.write("update accessory_stock set quantity = 3 where type_id = ?", type);
        var catalog = new ArrayList<String>();
        new CatalogCheck(given.database, Clock.systemUTC()).run(catalog::add);
        assertThat(catalog).noneMatch(sentence -> sentence.contains(" " + device.item() + " "));
    }

    private List<String> broken(Device device, int type) {
        var found = new ArrayList<String>();
        new DeviceCheck(given.database).run(found::add);
        return found.stream()
                .filter(sentence -> sentence.contains("Device " + device.id() + " ")
                        || sentence.contains("accessory " + type + " "))
                .toList();
    }
}
