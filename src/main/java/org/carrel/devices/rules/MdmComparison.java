package org.carrel.devices.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRemark.Kind;

/**
 * What a row changes for a device that is there already (rule V5): facts, and what nobody has filled in yet. An empty cell changes
 * nothing (B82), and an older export never goes over a newer one.
 *
 * @param changes empty when nothing changes
 */
public record MdmComparison(MdmOutcome outcome, List<MdmChange> changes, List<MdmRemark> remarks) {
    public MdmComparison {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /** @param facts whether the file is the export of a management, which says facts */
    public static MdmComparison of(MdmRow row, KnownDevice device, boolean facts) {
        if (isOlder(row, device)) {
            var older = new MdmRemark(Kind.OLDER_THAN_KNOWN, device.values().get(MdmField.LAST_SEEN));
            return new MdmComparison(MdmOutcome.SAME, List.of(), List.of(older));
        }
        var changes = new ArrayList<MdmChange>();
        if (facts) {
            var id = row.get(MdmField.MDM_ID);
            if (!id.isEmpty() && !id.equals(device.mdmId())) {
                changes.add(new MdmChange(MdmField.MDM_ID, device.mdmId(), id));
            }
            for (var field : MdmField.values()) if (field.isFact()) compare(row, device, field, changes);
        }
        for (var field : MdmField.values()) if (field.fills()) fill(row, device, field, changes);
        return new MdmComparison(outcome(changes), changes, List.of());
    }

    private static boolean isOlder(MdmRow row, KnownDevice device) {
        var seen = row.facts().moment(MdmField.LAST_SEEN);
        var known = device.values().moment(MdmField.LAST_SEEN);
        return seen.isPresent() && known.isPresent() && minute(seen.get()).isBefore(minute(known.get()));
    }

    /** One console writes seconds and the other does not. */
    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    private static void compare(MdmRow row, KnownDevice device, MdmField field, List<MdmChange> changes) {
        var becomes = row.get(field);
        var was = was(device, field, becomes);
        if (becomes.isEmpty() || becomes.equals(was)) return;
        if (field.isMoment() && isSameMinute(row, device, field)) return;
        changes.add(new MdmChange(field, was, becomes));
    }

    /** Of several MACs one that is known already is no news. */
    private static String was(KnownDevice device, MdmField field, String becomes) {
        return switch (field) {
            case WIFI_MAC, ETHERNET_MAC -> device.macs().contains(becomes) ? becomes : "";
            case LAST_USER -> device.lastUser().map(KnownDevice.LastUse::name).orElse("");
            default -> device.values().get(field);
        };
    }

    private static boolean isSameMinute(MdmRow row, KnownDevice device, MdmField field) {
        var now = row.facts().moment(field).map(MdmComparison::minute);
        return Objects.equals(now, device.values().moment(field).map(MdmComparison::minute));
    }

    private static void fill(MdmRow row, KnownDevice device, MdmField field, List<MdmChange> changes) {
        var becomes = row.get(field);
        if (becomes.isEmpty() || device.isOurs(field) || !device.filled(field).isEmpty()) return;
        changes.add(new MdmChange(field, "", becomes));
    }

    private static MdmOutcome outcome(List<MdmChange> changes) {
        if (changes.isEmpty()) return MdmOutcome.SAME;
        var sightings = changes.stream().allMatch(change -> change.field().isSighting());
        return sightings ? MdmOutcome.SEEN : MdmOutcome.CHANGED;
    }
}
