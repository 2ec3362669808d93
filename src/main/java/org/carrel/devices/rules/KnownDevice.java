package org.carrel.devices.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceField;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmValues;

/**
 * A device of ours as an import looks at it.
 *
 * @param tag empty while it needs one
 * @param serial as read; empty when unknown
 * @param mdmId the number that the management of the import has for it; empty when it has none
 * @param values what that management said last
 * @param macs of any kind
 * @param lastUser who used it last and since when every import named the same
 * @param conditionSince when people set the condition
 * @param holder number of the patron who has it; empty when nobody has
 */
public record KnownDevice(
        long id,
        String tag,
        String serial,
        String manufacturer,
        String mdmId,
        MdmValues values,
        Set<String> macs,
        Optional<LastUse> lastUser,
        String orderNumber,
        Optional<LocalDate> warrantyEnds,
        Set<DeviceField> local,
        DeviceCondition condition,
        Instant conditionSince,
        Optional<Long> holder) {
    public KnownDevice {
        macs = Set.copyOf(macs);
        local = Set.copyOf(local);
    }

    /** Who used a device last. @param since from when on every import named the same */
    public record LastUse(String name, Instant since, Instant seen) {}

    boolean hasSerial(String read) {
        var key = Serials.key(serial);
        return key.isPresent() && key.equals(Serials.key(read));
    }

    boolean hasTag(String read) {
        return !tag.isEmpty() && tag.toUpperCase(Locale.ROOT).equals(read.toUpperCase(Locale.ROOT));
    }

    /** Whether it may be of this maker: one of the two may not be known. */
    boolean isOf(String maker) {
        return manufacturer.isEmpty() || maker.isEmpty() || manufacturer.equalsIgnoreCase(maker);
    }

    /** What it has in a field that imports fill where it is empty; empty when there is nothing. */
    String filled(MdmField field) {
        return switch (field) {
            case PO_NUMBER -> orderNumber;
            case WARRANTY_END -> warrantyEnds.map(LocalDate::toString).orElse("");
            default -> throw new IllegalArgumentException("Not filled: " + field);
        };
    }

    /** Whether people here have set that field. */
    boolean isOurs(MdmField field) {
        return switch (field) {
            case PO_NUMBER -> local.contains(DeviceField.ORDER_NUMBER);
            case WARRANTY_END -> local.contains(DeviceField.WARRANTY_ENDS);
            default -> true;
        };
    }
}
