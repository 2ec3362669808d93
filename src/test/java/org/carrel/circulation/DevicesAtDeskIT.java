package org.carrel.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.devices.ConditionSet;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.TestDevices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices at the desk: one scan box, one loan table. */
class DevicesAtDeskIT {
    private TestDesk given;
    private TestDevices devices;
    private Device device;

    @BeforeEach
    void open() {
        given = TestDesk.open();
        given.rule("period=14 days");
        devices = TestDevices.at(given.site, given.clock);
        var model = devices.model(TestDesk.unique("Maker "));
        device = devices.add(model, TestDesk.unique("CB-"), TestDesk.unique("S"));
    }

    @AfterEach
    void close() {
        if (devices != null) devices.close();
        if (given != null) given.close();
    }

    private Device now() {
        return devices.device(device.id());
    }

    @Test
    void aDeviceIsLentByItsTagAndComesBackByItsSerial() {
        var ana = given.student("Ana");
        var lent = given.scan(ana, device.tag().toLowerCase());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        var custody = now().custody();
        assertThat(custody.kind()).isEqualTo(Custody.Kind.ON_LOAN);
        assertThat(((Custody.OnLoan) custody).due())
                .isEqualTo(lent.loan().orElseThrow().due());
        assertThat(given.scan(device.serial()).act()).isEqualTo(Act.RETURNED);
        assertThat(now().custody()).as("B66: home").isEqualTo(new Custody.InStock(now().siteName(), "114"));
    }

    @Test
    void theHistoryOfADeviceKnowsItsLoansAsLongAsTheyAreRemembered() { // PR-1
        var ana = given.student("Ana");
        given.scan(ana, device.tag());
        var loans = new LoansOfCopy(given.database);
        assertThat(loans.of(device.item(), 5)).singleElement().satisfies(open -> {
            assertThat(open.patron()).hasValue(ana);
            assertThat(open.returned()).isEmpty();
        });
        given.scan(device.tag());
        given.clock.pass(Duration.ofDays(1));
        given.memory.forget();
        assertThat(loans.of(device.item(), 5)).singleElement().satisfies(over -> {
            assertThat(over.patron()).as("this rule forgets at once").isEmpty();
            assertThat(over.returned()).isPresent();
        });
    }

    @Test
    void aDeviceIsKnownByTheLabelThatFellOff() { // B75
        devices.inventory.change(DeviceChange.of(device).labelled(TestDesk.unique("CB-")), devices.technician());
        var lent = given.scan(given.student("Ana"), device.tag());
        assertThat(lent.act()).isEqualTo(Act.CHECKED_OUT);
        assertThat(lent.copy().orElseThrow().barcode()).isEqualTo(now().tag());
    }

    @Test
    void whatIsNotReadyIsNotLent() { // V1
        for (var condition : new DeviceCondition[] {
            DeviceCondition.NEEDS_CHECK, DeviceCondition.BROKEN, DeviceCondition.PRE_RECEIPT, DeviceCondition.RETIRED
        }) {
            assertThat(devices.set(now(), condition, "Why")).isEqualTo(new ConditionSet.Done());
            assertThat(given.scan(given.student("Ana"), device.tag()).act())
                    .as(condition.name())
                    .isEqualTo(Act.REFUSED);
        }
        devices.set(now(), DeviceCondition.READY, "Good again");
        assertThat(given.scan(given.student("Ana"), device.tag()).act()).isEqualTo(Act.CHECKED_OUT);
    }

    @Test
    void aDeviceIsRetiredWhenItIsBack() { // V3
        var ana = given.student("Ana");
        given.scan(ana, device.tag());
        assertThat(devices.set(now(), DeviceCondition.RETIRED, "Old"))
                .isEqualTo(new ConditionSet.Refused(ConditionSet.Why.ON_LOAN));
        given.scan(device.tag());
        assertThat(devices.set(now(), DeviceCondition.RETIRED, "Old")).isEqualTo(new ConditionSet.Done());
    }

    @Test
    void whatTheDeskFindsOutIsTheConditionOfTheDevice() { // B42
        devices.set(now(), DeviceCondition.MISSING, "Not in its room");
        given.scan(device.tag());
        assertThat(now().condition()).as("scanned, so it is there").isEqualTo(DeviceCondition.READY);
    }
}
