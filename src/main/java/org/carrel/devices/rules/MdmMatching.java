package org.carrel.devices.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRemark.Kind;
import org.carrel.devices.rules.MdmMatch.Found;
import org.carrel.devices.rules.MdmMatch.Unclear;
import org.carrel.devices.rules.MdmMatch.Unknown;

/**
 * Which device of ours a row is of (rule V4): by the number of the management, else by serial and manufacturer, else by the asset
 * tag. What contradicts itself is never decided here: a person does.
 */
public final class MdmMatching {
    private final MdmRow row;
    private final List<KnownDevice> devices;
    private final List<MdmRemark> remarks = new ArrayList<>();

    private MdmMatching(MdmRow row, List<KnownDevice> devices) {
        this.row = row;
        this.devices = devices;
    }

    /** @param devices all that share the number, the serial or the tag with the row, zeros in front put back */
    public static MdmMatch of(MdmRow row, List<KnownDevice> devices) {
        return new MdmMatching(row, devices).match();
    }

    private MdmMatch match() {
        var id = row.get(MdmField.MDM_ID);
        var byId = devices.stream()
                .filter(device -> !id.isEmpty() && device.mdmId().equals(id))
                .findFirst();
        var bySerial = bySerial();
        if (byId.isPresent()) return byId(byId.get(), bySerial);
        if (bySerial.size() > 1) return unclear(Kind.SERIAL_OF_SEVERAL, row.get(MdmField.SERIAL));
        return bySerial.isEmpty() ? byTag() : bySerial(bySerial.getFirst());
    }

    private List<KnownDevice> bySerial() {
        var serial = row.get(MdmField.SERIAL);
        return devices.stream()
                .filter(device -> device.hasSerial(serial) && device.isOf(row.get(MdmField.MANUFACTURER)))
                .toList();
    }

    private MdmMatch byId(KnownDevice device, List<KnownDevice> bySerial) {
        if (bySerial.stream().anyMatch(other -> other.id() != device.id())) {
            return unclear(Kind.TWO_DEVICES, row.get(MdmField.SERIAL));
        }
        var serial = row.get(MdmField.SERIAL);
        var differs = !serial.isEmpty() && !device.serial().isEmpty() && !device.hasSerial(serial);
        return differs ? unclear(Kind.SERIAL_DIFFERS, device.serial()) : found(device);
    }

    /** Wiped and enrolled again, a device has another number over there. */
    private MdmMatch bySerial(KnownDevice device) {
        var id = row.get(MdmField.MDM_ID);
        if (!id.isEmpty() && !device.mdmId().isEmpty()) remark(Kind.MDM_ID_CHANGED, device.mdmId());
        return found(device);
    }

    private MdmMatch byTag() {
        var tag = row.get(MdmField.TAG);
        var serial = row.get(MdmField.SERIAL);
        var without = first(device -> MdmCells.lostZeros(serial, device.serial()));
        var tagged = first(device -> device.hasTag(tag));
        if (tagged.isPresent()) return byTag(tagged.get());
        if (without.isPresent())
            return unclear(Kind.SERIAL_WITHOUT_ZEROS, without.get().serial());
        var padded = first(device -> MdmCells.lostZeros(tag, device.tag()));
        if (padded.isPresent())
            return unclear(Kind.TAG_WITHOUT_ZEROS, padded.get().tag());
        return new Unknown(!tag.isEmpty(), remarks);
    }

    /** The tag is the weakest sign: another serial on it is another device, with a tag that was given twice. */
    private MdmMatch byTag(KnownDevice device) {
        var serial = row.get(MdmField.SERIAL);
        if (!serial.isEmpty() && MdmCells.lostZeros(serial, device.serial())) {
            remark(Kind.SERIAL_LOST_ZEROS, device.serial());
            return found(device);
        }
        if (!serial.isEmpty() && Serials.key(device.serial()).isPresent()) {
            remark(Kind.TAG_TWICE, device.tag());
            return new Unknown(false, remarks);
        }
        var id = row.get(MdmField.MDM_ID);
        if (!id.isEmpty() && !device.mdmId().isEmpty()) return unclear(Kind.TAG_OF_ANOTHER, device.mdmId());
        return found(device);
    }

    private MdmMatch found(KnownDevice device) {
        var tag = row.get(MdmField.TAG);
        if (!tag.isEmpty() && !device.hasTag(tag)) remark(Kind.TAG_KEPT, device.tag());
        return new Found(device, remarks);
    }

    private MdmMatch unclear(Kind kind, String detail) {
        remark(kind, detail);
        return new Unclear(remarks);
    }

    private Optional<KnownDevice> first(Predicate<KnownDevice> which) {
        return devices.stream().filter(which).findFirst();
    }

    private void remark(Kind kind, String detail) {
        remarks.add(new MdmRemark(kind, detail));
    }
}
