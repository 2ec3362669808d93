package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.DeviceWriting.Author;
import org.carrel.devices.LabelFixed.Answer;
import org.carrel.devices.store.DeviceStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.Caller;

/** Labels on the wrong device (B72): a label and a serial are scanned, and what does not fit is put right by one more scan or tap. */
@Door
public class DeviceLabels {
    private final Database database;
    private final DeviceInventory inventory;
    private final DeviceWriting writing;
    private final DeviceStore store = new DeviceStore();

    @Inject
    public DeviceLabels(Database database, Clock clock, UnlistedItems items, DeviceInventory inventory) {
        this.database = database;
        this.inventory = inventory;
        this.writing = new DeviceWriting(items, clock);
    }

    /** @param tag of the label @param serial of the thing that it sticks on */
    public LabelChecked check(String tag, String serial, Caller by) {
        if (tag.isBlank() || serial.isBlank()) return new LabelChecked.Missing();
        var things = within(bySerial(serial), by);
        var labelled = within(byLabel(tag), by);
        if (labelled.isEmpty()) {
            if (things.isEmpty()) return new LabelChecked.Unknown();
            return things.size() > 1 ? new LabelChecked.Several(things) : new LabelChecked.Free(things.getFirst());
        }
        var owner = labelled.getFirst();
        if (things.stream().anyMatch(thing -> thing.id() == owner.id())) return new LabelChecked.Fits(owner);
        if (things.size() > 1) return new LabelChecked.Several(things);
        return new LabelChecked.Other(owner, things.stream().findFirst());
    }

    private List<Device> bySerial(String serial) {
        return database.read(connection -> store.bySerial(connection, serial));
    }

    /** Whose label it is, or was. */
    private List<Device> byLabel(String tag) {
        return database.read(connection -> {
            var now = store.byTag(connection, tag);
            var owner = now.isPresent() ? now : store.byOldTag(connection, tag);
            return owner.stream().toList();
        });
    }

    private static List<Device> within(List<Device> devices, Caller by) {
        return devices.stream().filter(device -> by.isOf(device.siteCode())).toList();
    }

    /**
     * The record is wrong, the label is right: from now on the label belongs to the device with the serial. Where no device has the
     * serial, the one with the label gets it.
     */
    public LabelFixed fix(String tag, String serial, Caller by) {
        var now = check(tag, serial, by);
        // Sent twice: it is right already.
        if (now instanceof LabelChecked.Fits) return LabelFixed.of(Answer.DONE);
        if (!(now instanceof LabelChecked.Other other)) return LabelFixed.of(Answer.CHANGED);
        try {
            return database.transaction(connection -> {
                var answer = fix(connection, tag, serial, other, by);
                if (answer.answer() != Answer.DONE) throw new Refused(answer);
                return answer;
            });
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    /** Rolls back what was half done. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final LabelFixed answer;

        Refused(LabelFixed answer) {
            super(answer.answer().name(), null, false, false);
            this.answer = answer;
        }
    }

    private LabelFixed fix(Connection connection, String tag, String serial, LabelChecked.Other other, Caller by)
            throws SQLException {
        var label = tag.strip();
        var author = Author.person(by.account());
        var ids = new TreeSet<>(List.of(other.labelled().id()));
        other.thing().ifPresent(thing -> ids.add(thing.id()));
        store.lockAll(connection, ids);
        var owner = store.find(connection, other.labelled().id()).orElseThrow();
        if (isOut(owner)) return LabelFixed.of(Answer.ON_LOAN);
        if (other.thing().isEmpty())
            return answer(writing.change(connection, DeviceChange.of(owner).withSerial(serial), author));
        var thing = store.find(connection, other.thing().get().id()).orElseThrow();
        if (isOut(thing)) return LabelFixed.of(Answer.ON_LOAN);
        if (owner.tag().equalsIgnoreCase(label)) {
            var bare = writing.change(connection, DeviceChange.of(owner).labelled(""), author);
            if (!(bare instanceof DeviceSaved.Saved)) return answer(bare);
        }
        // It was never the other's label: our record was wrong.
        store.takeOldTag(connection, owner.id(), label);
        return answer(writing.change(connection, DeviceChange.of(thing).labelled(label), author));
    }

    private static boolean isOut(Device device) {
        var kind = device.custody().kind();
        return kind == Custody.Kind.ON_LOAN || kind == Custody.Kind.ASSIGNED;
    }

    private static LabelFixed answer(DeviceSaved saved) {
        return switch (saved) {
            case DeviceSaved.Saved done -> LabelFixed.of(Answer.DONE);
            case DeviceSaved.Stale stale -> LabelFixed.of(Answer.CHANGED);
            case DeviceSaved.Wrong wrong ->
                new LabelFixed(Answer.WRONG, wrong.problems().stream().findFirst());
        };
    }

    /** Puts a new label on the device with the serial; the one that it had still finds it. */
    public DeviceSaved relabel(long device, String tag, Caller by) {
        var known = inventory.find(List.of(device), by).stream().findFirst();
        if (known.isEmpty()) return new DeviceSaved.Stale();
        return inventory.change(DeviceChange.of(known.get()).labelled(tag), by);
    }
}
