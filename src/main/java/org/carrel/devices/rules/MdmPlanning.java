package org.carrel.devices.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.carrel.devices.rules.MdmMatch.Found;
import org.carrel.devices.rules.MdmMatch.Unclear;
import org.carrel.devices.rules.MdmMatch.Unknown;

/** Decides what a row of an export means for the inventory: rules V4 and V5 put together. Pure. */
public final class MdmPlanning {
    private final MdmForm form;
    private final MdmRow row;
    private final Surroundings around;
    private final List<MdmRemark> remarks = new ArrayList<>();

    private MdmPlanning(MdmForm form, MdmRow row, Surroundings around) {
        this.form = form;
        this.row = row;
        this.around = around;
        remarks.addAll(row.remarks());
    }

    /**
     * What is known around a row.
     *
     * @param devices of ours that share the number, the serial or the tag with it, zeros in front put back
     * @param sameDevice an earlier row of the file with the same number or serial; 0 for none
     * @param sameTag an earlier row of the file with the same tag; 0 for none
     * @param freeTag whether no copy and no device has or had the tag of the row
     * @param people numbers of patrons by how they sign in or their address; empty for nobody whom we know
     * @param knowsPeople whether we know how anybody signs in: without that nobody is a stranger
     */
    public record Surroundings(
            List<KnownDevice> devices,
            int sameDevice,
            int sameTag,
            boolean freeTag,
            Function<String, Optional<Long>> people,
            boolean knowsPeople) {
        public Surroundings {
            devices = List.copyOf(devices);
        }
    }

    /** @param now for a device that is new: when people will have set its condition */
    public static MdmPlanned of(MdmForm form, MdmRow row, Surroundings around, Instant now) {
        return new MdmPlanning(form, row, around).plan(now);
    }

    private MdmPlanned plan(Instant now) {
        if (row.has(Kind.NOTHING_TO_KNOW_IT_BY)) return alone(MdmOutcome.REFUSED);
        if (row.has(Kind.SOMEBODYS_OWN)) return alone(MdmOutcome.IGNORED);
        if (around.sameDevice() > 0) {
            remarks.add(new MdmRemark(Kind.TWICE_IN_FILE, String.valueOf(around.sameDevice())));
            return alone(MdmOutcome.CONFLICT);
        }
        return switch (MdmMatching.of(row, around.devices())) {
            case Found found -> found(found);
            case Unknown unknown -> unknown(unknown, now);
            case Unclear unclear -> {
                remarks.addAll(unclear.remarks());
                yield alone(MdmOutcome.CONFLICT);
            }
        };
    }

    private MdmPlanned alone(MdmOutcome outcome) {
        return new MdmPlanned(outcome, label(""), Optional.empty(), "", List.of(), remarks, List.of());
    }

    private MdmPlanned found(Found found) {
        var device = found.device();
        remarks.addAll(found.remarks());
        var comparison = MdmComparison.of(row, device, form.source().isPresent());
        remarks.addAll(comparison.remarks());
        var older = comparison.remarks().stream().anyMatch(remark -> remark.kind() == Kind.OLDER_THAN_KNOWN);
        var suspicions = older || form == MdmForm.LIST ? List.<Suspicion>of() : Suspicions.of(sight(device));
        return new MdmPlanned(
                comparison.outcome(),
                label(device.tag()),
                Optional.of(device.id()),
                "",
                comparison.changes(),
                remarks,
                suspicions);
    }

    private MdmPlanned unknown(Unknown unknown, Instant now) {
        remarks.addAll(unknown.remarks());
        var tag = newTag(unknown);
        var changes = Arrays.stream(MdmField.values())
                .filter(field -> !row.get(field).isEmpty() && isShown(field))
                .map(field -> new MdmChange(field, "", row.get(field)))
                .toList();
        var suspicions = form == MdmForm.LIST ? List.<Suspicion>of() : Suspicions.of(sight(now));
        return new MdmPlanned(MdmOutcome.NEW, label(tag), Optional.empty(), tag, changes, remarks, suspicions);
    }

    private static boolean isShown(MdmField field) {
        return field != MdmField.OWNERSHIP && field != MdmField.LOST_MODE && field != MdmField.SYSTEM;
    }

    private String newTag(Unknown unknown) {
        var tag = row.get(MdmField.TAG);
        if (tag.isEmpty()) return "";
        if (around.sameTag() > 0) {
            remarks.add(new MdmRemark(Kind.TAG_TWICE, tag));
            return "";
        }
        if (unknown.freeTag() && around.freeTag() && AssetTags.isReadable(tag)) return tag;
        if (unknown.freeTag()) remarks.add(new MdmRemark(Kind.TAG_UNUSABLE, tag));
        return "";
    }

    /** Of what is new, only what the file itself says. */
    private Suspicions.Sight sight(Instant now) {
        return new Suspicions.Sight(
                MdmNewDevices.condition(row),
                now,
                Optional.empty(),
                row.facts().moment(MdmField.LAST_SEEN),
                row.get(MdmField.STATUS),
                Optional.empty(),
                Optional.empty(),
                stranger(),
                remarks.stream().anyMatch(remark -> remark.kind() == Kind.TAG_TWICE) ? row.get(MdmField.TAG) : "");
    }

    private Suspicions.Sight sight(KnownDevice device) {
        var user = row.get(MdmField.LAST_USER);
        var seen = row.facts().moment(MdmField.LAST_SEEN);
        var name = user.isEmpty() ? device.lastUser().map(LastUse::name).orElse("") : user;
        var since = device.lastUser()
                .filter(last -> last.name().equalsIgnoreCase(name))
                .map(LastUse::since)
                .or(() -> seen);
        return new Suspicions.Sight(
                device.condition(),
                device.conditionSince(),
                device.holder(),
                seen,
                row.get(MdmField.STATUS),
                name.isEmpty() ? Optional.empty() : around.people().apply(name),
                name.isEmpty() ? Optional.empty() : since,
                stranger(),
                tagOfAnother(device));
    }

    private String tagOfAnother(KnownDevice device) {
        var tag = row.get(MdmField.TAG);
        var twice = around.devices().stream().anyMatch(other -> other.id() != device.id() && other.hasTag(tag));
        return twice ? tag : "";
    }

    /** Whom the console has for the device, when that is nobody whom we know. */
    private String stranger() {
        var user = row.get(MdmField.USER);
        return user.isEmpty()
                        || !around.knowsPeople()
                        || around.people().apply(user).isPresent()
                ? ""
                : user;
    }

    private String label(String tag) {
        return Stream.of(
                        tag,
                        row.get(MdmField.TAG),
                        row.get(MdmField.SERIAL),
                        row.get(MdmField.NAME),
                        row.get(MdmField.MDM_ID))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
