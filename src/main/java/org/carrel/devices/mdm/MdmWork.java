package org.carrel.devices.mdm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmForm;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmSummary;
import org.carrel.devices.rules.KnownDevice;
import org.carrel.devices.rules.MdmCells;
import org.carrel.devices.rules.MdmColumns;
import org.carrel.devices.rules.MdmPlanned;
import org.carrel.devices.rules.MdmPlanning;
import org.carrel.devices.rules.MdmPlanning.Surroundings;
import org.carrel.devices.rules.MdmRow;
import org.carrel.devices.rules.Nearby;
import org.carrel.devices.rules.Serials;
import org.carrel.devices.store.KnownDeviceStore;
import org.carrel.devices.store.KnownDeviceStore.Keys;
import org.carrel.devices.store.MdmRowStore;
import org.carrel.devices.store.MdmRowStore.Before;
import org.carrel.devices.store.MdmRowStore.Key;
import org.carrel.devices.store.MdmRowStore.Planned;
import org.carrel.devices.store.MdmRowStore.Staged;
import org.carrel.patrons.PeopleByLogin;

/** Compares the rows of a run with the inventory, a page at a time. Joins the transaction of whoever calls. */
public final class MdmWork {
    private static final int AT_ONCE = 500;
    /** Numbers with zeros in front are not longer than that. */
    private static final int LONGEST_NUMBER = 14;

    private final MdmRowStore rows = new MdmRowStore();
    private final KnownDeviceStore devices = new KnownDeviceStore();
    private final PeopleByLogin people = new PeopleByLogin();
    private final Connection connection;
    private final MdmRun run;
    private final MdmColumns columns;
    private final Instant now;
    private final Map<MdmOutcome, Integer> outcomes = new EnumMap<>(MdmOutcome.class);
    private final Map<DiscrepancyKind, Integer> discrepancies = new EnumMap<>(DiscrepancyKind.class);
    private boolean knowsPeople;
    private Map<String, Integer> firstIds = Map.of();
    private Map<String, Integer> firstSerials = Map.of();
    private Map<String, Integer> firstTags = Map.of();

    public MdmWork(Connection connection, MdmRun run, Instant now) {
        this.connection = connection;
        this.run = run;
        this.columns = MdmStaging.columns(run);
        this.now = now;
    }

    /** A row, what it says, what becomes of it, and the device that it is of, if any. */
    public record Compared(int number, MdmRow row, MdmPlanned plan, Optional<KnownDevice> device) {}

    /** What is done with each page of rows that were compared. */
    @FunctionalInterface
    public interface Page {
        void of(List<Compared> rows) throws SQLException;
    }

    /** Compares and writes down what becomes of each row. */
    public MdmSummary plan(Page each) throws SQLException {
        knowsPeople = people.knowsAny(connection);
        firstIds = rows.repeated(connection, run.id(), Key.MDM_KEY);
        firstSerials = rows.repeated(connection, run.id(), Key.SERIAL_KEY);
        firstTags = rows.repeated(connection, run.id(), Key.TAG_KEY);
        var page = rows.planned(connection, run.id(), 0, AT_ONCE);
        while (!page.isEmpty()) {
            var compared = compare(page.stream().map(Before::row).toList());
            var planned = new ArrayList<Planned>();
            for (var at = 0; at < compared.size(); at++) {
                var row = compared.get(at);
                planned.add(new Planned(row.number(), row.plan(), page.get(at).written()));
            }
            rows.planned(connection, run.id(), planned);
            each.of(compared);
            page = rows.planned(connection, run.id(), page.getLast().row().number(), AT_ONCE);
        }
        var source = run.form().source();
        if (source.isPresent()) {
            var missing = rows.missing(connection, run.id(), source.get());
            if (missing > 0) outcomes.put(MdmOutcome.MISSING, missing);
        }
        return new MdmSummary(
                run.summary().rows(), outcomes, discrepancies, run.summary().findings());
    }

    private List<Compared> compare(List<Staged> page) throws SQLException {
        record Read(int number, MdmRow row) {}
        var read = page.stream()
                .map(row -> new Read(row.number(), MdmStaging.read(columns, row.cells())))
                .toList();
        var around = around(read.stream().map(Read::row).toList());
        var compared = new ArrayList<Compared>();
        for (var one : read) {
            var surroundings = around.of(one.number(), one.row());
            var plan = MdmPlanning.of(run.form(), one.row(), surroundings, now);
            count(plan);
            var device = surroundings.devices().stream()
                    .filter(known ->
                            plan.device().filter(id -> id == known.id()).isPresent())
                    .findFirst();
            compared.add(new Compared(one.number(), one.row(), plan, device));
        }
        return compared;
    }

    private void count(MdmPlanned plan) {
        outcomes.merge(plan.outcome(), 1, Integer::sum);
        plan.suspicions().forEach(one -> discrepancies.merge(one.kind(), 1, Integer::sum));
    }

    /** What is known around the rows of a page. */
    private final class Around {
        private final Nearby devices;
        private final Set<String> takenTags;
        private final Map<String, Long> logins;

        private Around(List<KnownDevice> devices, Set<String> takenTags, Map<String, Long> logins) {
            this.devices = new Nearby(devices);
            this.takenTags = takenTags;
            this.logins = logins;
        }

        private Surroundings of(int number, MdmRow row) {
            var tag = row.get(MdmField.TAG).toUpperCase(Locale.ROOT);
            var sameId = earlier(firstIds, row.get(MdmField.MDM_ID), number);
            var sameSerial =
                    earlier(firstSerials, Serials.key(row.get(MdmField.SERIAL)).orElse(""), number);
            return new Surroundings(
                    devices.near(row.get(MdmField.MDM_ID), serials(run.form(), row), tags(run.form(), row)),
                    Math.max(sameId, sameSerial),
                    earlier(firstTags, tag, number),
                    !takenTags.contains(tag),
                    login -> Optional.ofNullable(logins.get(login)),
                    knowsPeople);
        }

        private static int earlier(Map<String, Integer> firsts, String key, int number) {
            var first = firsts.getOrDefault(key, number);
            return first < number ? first : 0;
        }
    }

    private Around around(List<MdmRow> page) throws SQLException {
        var ids = texts(page, MdmField.MDM_ID);
        var serials = new HashSet<String>();
        var tags = new HashSet<String>();
        for (var row : page) {
            serials.addAll(serials(run.form(), row));
            tags.addAll(tags(run.form(), row));
        }
        var logins = new HashSet<>(texts(page, MdmField.USER));
        logins.addAll(texts(page, MdmField.LAST_USER));
        var known = devices.find(connection, run.form().source(), new Keys(ids, serials, tags));
        known.stream().flatMap(device -> device.lastUser().stream()).forEach(last -> logins.add(last.name()));
        return new Around(
                known,
                devices.takenTags(connection, texts(page, MdmField.TAG)),
                logins.isEmpty() ? Map.of() : people.find(connection, logins));
    }

    private static Collection<String> texts(List<MdmRow> page, MdmField field) {
        var texts = new HashSet<String>();
        for (var row : page) if (!row.get(field).isEmpty()) texts.add(row.get(field));
        return texts;
    }

    /** Keys; of a list also with the zeros that a spreadsheet may have taken. */
    private static List<String> serials(MdmForm form, MdmRow row) {
        var all = new ArrayList<String>();
        Serials.key(row.get(MdmField.SERIAL)).ifPresent(all::add);
        if (form == MdmForm.LIST) all.addAll(MdmCells.withZeros(row.get(MdmField.SERIAL), LONGEST_NUMBER));
        return all;
    }

    private static List<String> tags(MdmForm form, MdmRow row) {
        var all = new ArrayList<String>();
        var tag = row.get(MdmField.TAG);
        if (!tag.isEmpty()) all.add(tag);
        if (form == MdmForm.LIST) all.addAll(MdmCells.withZeros(tag, LONGEST_NUMBER));
        return all;
    }
}
