package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.MdmValues;

/** Makes of the cells of a row what they say of a device. Whatever cannot be trusted is left out, and said. */
public final class MdmReading {
    private static final Map<MdmField, Integer> LONGEST = Map.of(
            MdmField.MDM_ID, 100,
            MdmField.SERIAL, 64,
            MdmField.TAG, 64,
            MdmField.MODEL, 150,
            MdmField.NOTES, 2000,
            MdmField.LOCATION, 200,
            MdmField.NAME, 200,
            MdmField.ORG_UNIT, 300,
            MdmField.OS_VERSION, 64,
            MdmField.STATUS, 40);

    private static final int LONGEST_OTHER = 100;
    private static final Set<String> OWN = Set.of("personal", "personally-owned", "byo", "byod", "user enrollment");
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final MdmForm form;
    private final Map<MdmField, String> values = new EnumMap<>(MdmField.class);
    private final List<MdmRemark> remarks = new ArrayList<>();

    private MdmReading(MdmForm form) {
        this.form = form;
    }

    /** @param cells of the file by field, cleaned */
    public static MdmRow of(MdmForm form, Map<MdmField, String> cells) {
        var reading = new MdmReading(form);
        cells.forEach(reading::take);
        return reading.row(cells);
    }

    private MdmRow row(Map<MdmField, String> cells) {
        if (form == MdmForm.JAMF) {
            values.putIfAbsent(MdmField.MANUFACTURER, "Apple");
            var lost = cells.getOrDefault(MdmField.LOST_MODE, "");
            values.put(MdmField.STATUS, MdmStatuses.jamf(values.getOrDefault(MdmField.STATUS, ""), lost));
        }
        var facts = new MdmValues(values);
        if (!facts.has(MdmField.MDM_ID) && !facts.has(MdmField.SERIAL) && !facts.has(MdmField.TAG)) {
            remark(Kind.NOTHING_TO_KNOW_IT_BY, "");
        }
        return new MdmRow(facts, remarks);
    }

    private void take(MdmField field, String cell) {
        if (cell.isEmpty()) return;
        if (MdmCells.isError(cell)) remark(Kind.CELL_ERROR, cell);
        else value(field, cell).ifPresent(value -> values.put(field, cut(field, value)));
    }

    private Optional<String> value(MdmField field, String cell) {
        return switch (field) {
            case MDM_ID -> Optional.of(cell).filter(id -> !id.equals(NO_ID));
            case SERIAL -> serial(cell);
            case TAG -> tag(cell);
            case SUPPORT_END, PURCHASED, WARRANTY_END -> dated(cell, MdmTimes.day(cell));
            case ENROLLED, LAST_SEEN -> dated(cell, MdmTimes.moment(cell));
            case WIFI_MAC, ETHERNET_MAC ->
                MacAddress.parse(MacAddress.Kind.OTHER, cell).map(MacAddress::digits);
            case PRICE -> amount(cell);
            case USER, LAST_USER -> person(cell);
            case OWNERSHIP -> own(cell);
            case STATUS -> Optional.of(isGoogle() ? MdmStatuses.google(cell) : cell);
            default -> Optional.of(cell);
        };
    }

    private boolean isGoogle() {
        return form == MdmForm.GAM || form == MdmForm.GOOGLE_CONSOLE;
    }

    private Optional<String> serial(String cell) {
        if (MdmCells.isDamaged(cell)) return nothing(Kind.NUMBER_DAMAGED, cell);
        if (Serials.key(cell).isEmpty()) return nothing(Kind.SERIAL_PLACEHOLDER, cell);
        return Optional.of(cell);
    }

    private Optional<String> tag(String cell) {
        if (MdmCells.isDamaged(cell)) return nothing(Kind.NUMBER_DAMAGED, cell);
        var tag = AssetTags.said(cell);
        return tag.isPresent() ? tag : nothing(Kind.TAG_PLACEHOLDER, cell);
    }

    private Optional<String> dated(String cell, Optional<?> read) {
        if (read.isEmpty() && !MdmTimes.isNone(cell)) remark(Kind.DATE_UNCLEAR, cell);
        return read.map(Object::toString);
    }

    private Optional<String> amount(String cell) {
        var cents = MdmCells.cents(cell);
        return cents.isPresent() ? cents : nothing(Kind.AMOUNT_UNCLEAR, cell);
    }

    /** A name in a list is nobody whom we know: only an address, or how somebody signs in over there, is taken. */
    private Optional<String> person(String cell) {
        if (form == MdmForm.LIST && !cell.contains("@")) return nothing(Kind.NAME_NOT_TAKEN, "");
        return Optional.of(MdmCells.person(cell));
    }

    private Optional<String> own(String cell) {
        if (OWN.contains(cell.toLowerCase(Locale.ROOT))) remark(Kind.SOMEBODYS_OWN, cell);
        return Optional.of(cell);
    }

    private String cut(MdmField field, String value) {
        var longest = field.isPerson() ? 254 : LONGEST.getOrDefault(field, LONGEST_OTHER);
        if (value.length() <= longest) return value;
        remark(Kind.CUT, value.substring(0, 40));
        return value.substring(0, longest);
    }

    private Optional<String> nothing(Kind kind, String cell) {
        remark(kind, cell);
        return Optional.empty();
    }

    private void remark(Kind kind, String detail) {
        remarks.add(new MdmRemark(kind, detail.substring(0, Math.min(200, detail.length()))));
    }
}
