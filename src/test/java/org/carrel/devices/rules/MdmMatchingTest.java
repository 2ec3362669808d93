package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceField;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.MdmValues;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device a row is of (V4), and what it changes (V5, B81, B82). */
class MdmMatchingTest {
    static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");

    static KnownDevice device(long id, String mdmId, String serial, String maker, String tag) {
        return new KnownDevice(
                id,
                tag,
                serial,
                maker,
                mdmId,
                MdmValues.NOTHING,
                Set.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Set.of(),
                DeviceCondition.READY,
                THEN,
                Optional.empty());
    }

    static MdmRow row(MdmForm form, Map<MdmField, String> cells) {
        return MdmReading.of(form, cells);
    }

    private static MdmRow row(String id, String serial, String maker, String tag) {
        var cells = new EnumMap<MdmField, String>(MdmField.class);
        cells.put(MdmField.MDM_ID, id);
        cells.put(MdmField.SERIAL, serial);
        cells.put(MdmField.MANUFACTURER, maker);
        cells.put(MdmField.TAG, tag);
        return row(MdmForm.INTUNE, cells);
    }

    private static final List<KnownDevice> OURS = List.of(
            device(1, "id-1", "SER-1", "Acer", "T-1"),
            device(2, "id-2", "SER-2", "Acer", "T-2"),
            device(3, "", "0012345678", "", "T-3"),
            device(4, "id-4", "", "", "T-4"),
            device(5, "", "", "", "T-5"));

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # id,  serial,  maker, tag, why, expected
            id-1,  SER-1,   Acer,  T-1, all the same,                                     1
            id-1,  '',      '',    '',  by the number alone,                              1
            '',    ser-1,   ACER,  '',  by the serial whatever its case,                  1
            '',    SER-1,   '',    T-2, the serial goes before the tag,                   1
            new,   SER-1,   Acer,  T-1, enrolled again,                                   1
            '',    SER-1,   Dell,  '',  a serial is unique per maker only (V4),           new
            '',    '',      '',    t-5, by the tag whatever its case,                     5
            new,   SER-9,   '',    T-5, a tag whose device has no serial yet,             5
            new,   SER-9,   '',    T-1, a tag that was given twice,                       new
            id-1,  SER-2,   Acer,  '',  number and serial of two devices,                 ?
            id-1,  SER-9,   Acer,  T-1, another serial under the number,                  ?
            id-9,  '',      '',    T-4, another number under the tag,                     ?
            '',    To Be Filled By O.E.M., '', '', placeholders never match (V4),         new
            '',    0,       '',    '',  a zero is no serial (V4),                         new
            '',    12345678, '',   T-3, zeros lost but the tag agrees,                    3
            '',    12345678, '',   '',  zeros lost and nothing else agrees,               ?
            '',    '',      '',    No Asset Tag, a tag that says there is none (B82),     new
            """)
    void v4(String id, String serial, String maker, String tag, String why, String expected) {
        var match = MdmMatching.of(row(id, serial, maker, tag), OURS);
        var said =
                switch (match) {
                    case MdmMatch.Found found -> String.valueOf(found.device().id());
                    case MdmMatch.Unknown unknown -> "new";
                    case MdmMatch.Unclear unclear -> "?";
                };
        assertThat(said).as(why).isEqualTo(expected);
    }

    @Test
    void b81ATagThatPeopleSetStaysAndIsSaid() {
        var match = MdmMatching.of(row("id-1", "SER-1", "", "OTHER-TAG"), OURS);
        assertThat(match.remarks()).contains(new MdmRemark(Kind.TAG_KEPT, "T-1"));
        var compared = MdmComparison.of(row("id-1", "SER-1", "", "OTHER-TAG"), OURS.getFirst(), true);
        assertThat(compared.changes()).extracting(change -> change.field()).containsExactly(MdmField.TAG);
        assertThat(compared.outcome())
                .as("a fact of the console, beside our tag")
                .isEqualTo(MdmOutcome.CHANGED);
    }

    @ParameterizedTest
    @CsvSource({"''", "No Asset Tag", "N/A", "None"})
    void b82AnEmptyTagOrPlaceholderChangesNothing(String tag) {
        var device = OURS.getFirst();
        var row = row("id-1", "SER-1", "", tag);
        assertThat(MdmComparison.of(row, device, true).changes()).isEmpty();
        assertThat(MdmMatching.of(row, OURS).remarks()).isEmpty();
    }

    private static KnownDevice seen(String at, String user, String since) {
        var device = device(1, "id-1", "SER-1", "", "T-1");
        var values = new MdmValues(Map.of(MdmField.LAST_SEEN, at, MdmField.OS_VERSION, "130", MdmField.NOTES, "note"));
        return new KnownDevice(
                1,
                device.tag(),
                device.serial(),
                "",
                "id-1",
                values,
                Set.of("02005e000101"),
                user.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LastUse(user, Instant.parse(since), Instant.parse(at))),
                "PO-1",
                Optional.empty(),
                Set.of(DeviceField.WARRANTY_ENDS),
                DeviceCondition.READY,
                THEN,
                Optional.of(7L));
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            2026-11-20T17:40:59Z, 130, note, the same minute in another spelling,      SAME
            2026-11-20T17:40:00Z, '',  '',   empty cells change nothing (B82),         SAME
            2026-11-21T08:00:00Z, 130, note, nothing but when it was seen,             SEEN
            2026-11-21T08:00:00Z, 131, note, another system,                           CHANGED
            2026-11-19T08:00:00Z, 129, old,  an older export never goes over a newer,  SAME
            """)
    void v5(String at, String system, String note, String why, MdmOutcome outcome) {
        var row = row(
                MdmForm.GAM,
                Map.of(
                        MdmField.MDM_ID, "id-1",
                        MdmField.LAST_SEEN, at,
                        MdmField.OS_VERSION, system,
                        MdmField.NOTES, note,
                        MdmField.WIFI_MAC, "02:00:5E:00:01:01"));
        var compared = MdmComparison.of(row, seen("2026-11-20T17:40:12Z", "", ""), true);
        assertThat(compared.outcome()).as(why).isEqualTo(outcome);
    }

    @Test
    void v5WhatPeopleSetIsNeitherOverwrittenNorFilled() {
        var cells = Map.of(
                MdmField.SERIAL, "SER-1",
                MdmField.PO_NUMBER, "PO-2",
                MdmField.WARRANTY_END, "2028-06-12",
                MdmField.MODEL, "Another",
                MdmField.PRICE, "1.00");
        var compared = MdmComparison.of(row(MdmForm.LIST, cells), seen("2026-11-20T17:40:12Z", "", ""), false);
        assertThat(compared.outcome()).isEqualTo(MdmOutcome.SAME);
        var empty = device(1, "", "SER-1", "", "");
        assertThat(MdmComparison.of(row(MdmForm.LIST, cells), empty, false).changes())
                .extracting(change -> change.field())
                .containsExactly(MdmField.PO_NUMBER, MdmField.WARRANTY_END);
    }
}
