package org.carrel.devices.mdm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.UnlistedItems;
import org.carrel.devices.MacAddress;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmSource;
import org.carrel.devices.store.DiscrepancyStore;
import org.carrel.devices.store.MdmUndoStore;
import org.carrel.devices.store.MdmUndoStore.Written;
import org.carrel.devices.store.MdmWriteStore;
import org.carrel.devices.store.MdmWriteStore.Filled;
import org.carrel.devices.store.MdmWriteStore.Mac;
import org.carrel.devices.store.MdmWriteStore.Said;
import org.carrel.devices.store.MdmWriteStore.Used;

/**
 * Takes the last export of a management back: new devices are gone, facts are as before. A device that people have edited or lent
 * since stays. Joins the transaction of whoever calls.
 */
public final class MdmUndo {
    private static final int AT_ONCE = 200;

    private final MdmUndoStore undo = new MdmUndoStore();
    private final MdmWriteStore store = new MdmWriteStore();
    private final Connection connection;
    private final MdmRun run;
    private final Instant now;
    private final UnlistedItems items;

    public MdmUndo(Connection connection, MdmRun run, Instant now, UnlistedItems items) {
        this.connection = connection;
        this.run = run;
        this.now = now;
        this.items = items;
    }

    /** How many devices stay as they are. */
    public int back() throws SQLException {
        new DiscrepancyStore().undo(connection, run.id());
        var kept = 0;
        for (var page = undo.page(connection, run.id(), 0, AT_ONCE); !page.isEmpty(); ) {
            kept += back(page);
            page = undo.page(connection, run.id(), page.getLast().number(), AT_ONCE);
        }
        return kept;
    }

    private int back(List<Written> page) throws SQLException {
        var ids = page.stream().map(Written::device).sorted().toList();
        undo.lock(connection, page.stream().map(Written::item).sorted().toList(), ids);
        var used = undo.used(connection, page.stream().map(Written::item).toList());
        var touched = undo.touched(connection, ids);
        var kept = new ArrayList<Integer>();
        var fresh = new ArrayList<Written>();
        var others = new ArrayList<Written>();
        for (var one : page) {
            if (one.outcome() != MdmOutcome.NEW) others.add(one);
            else if (one.version() == 1 && !used.contains(one.item()) && !touched.containsKey(one.device()))
                fresh.add(one);
            else kept.add(one.number());
        }
        undo.remove(connection, fresh.stream().map(Written::device).toList());
        items.remove(connection, fresh.stream().map(Written::item).toList());
        restore(others);
        undo.kept(connection, run.id(), kept);
        return kept.size();
    }

    private void restore(List<Written> devices) throws SQLException {
        store.empty(
                connection,
                devices.stream().flatMap(one -> filled(one).stream()).toList(),
                now);
        var source = run.form().source();
        if (source.isPresent()) restore(source.get(), devices);
    }

    private static List<Filled> filled(Written one) {
        return one.changes().stream()
                .filter(change -> change.field().fills())
                .map(change -> new Filled(one.device(), change.field(), change.becomes()))
                .toList();
    }

    private void restore(MdmSource source, List<Written> devices) throws SQLException {
        var linked =
                devices.stream().filter(one -> !one.before().mdmId().isEmpty()).toList();
        var fresh =
                devices.stream().filter(one -> one.before().mdmId().isEmpty()).toList();
        undo.unlink(connection, source, fresh.stream().map(Written::device).toList());
        store.facts(
                connection,
                source,
                linked.stream()
                        .map(one -> new Said(
                                one.device(), one.before().mdmId(), one.before().values()))
                        .toList(),
                now);
        undo.unuse(connection, source, devices.stream().map(Written::device).toList());
        var users = new ArrayList<Used>();
        for (var one : devices) {
            one.before().lastUser().ifPresent(last -> users.add(new Used(one.device(), last)));
        }
        store.lastUsers(connection, source, users);
        store.removeMacs(
                connection, devices.stream().flatMap(one -> macs(one).stream()).toList());
    }

    private static List<Mac> macs(Written one) {
        return one.changes().stream()
                .filter(change -> change.field() == MdmField.WIFI_MAC || change.field() == MdmField.ETHERNET_MAC)
                .map(change -> new Mac(one.device(), MacAddress.Kind.OTHER, change.becomes()))
                .toList();
    }
}
