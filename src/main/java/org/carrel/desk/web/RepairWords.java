package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.Fault;
import org.carrel.devices.RepairChanged;
import org.carrel.devices.RepairTicket;

/** Repairs in the words of the staff pages. */
final class RepairWords {
    private final StaffWords words;

    RepairWords(StaffWords words) {
        this.words = words;
    }

    /** What is broken: the device, or what kind of thing. */
    String thing(RepairTicket ticket) {
        if (!ticket.deviceName().isEmpty()) return ticket.deviceName();
        return ticket.thing()
                .map(kind -> words.text("deviceCategory." + kind))
                .orElseGet(() -> words.text("deviceCategory.OTHER"));
    }

    String fault(Fault fault) {
        return words.text("fault." + fault);
    }

    String device(Device device) {
        return device.name() + " · " + device.fullModelName();
    }

    /** Why nothing was changed; empty when it was. */
    String problem(RepairChanged changed) {
        return changed instanceof RepairChanged.Refused refused ? words.text("repairProblem." + refused.why()) : "";
    }

    <E extends Enum<E>> List<Choice> choices(Class<E> type, Optional<E> chosen, String key) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> new Choice(
                        one.name(),
                        words.text(key + "." + one),
                        chosen.filter(one::equals).isPresent()))
                .toList();
    }

    /** What is no request of ours gets a number of its own: it is done each time. */
    static UUID request(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
