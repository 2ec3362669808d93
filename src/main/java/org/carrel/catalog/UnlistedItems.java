package org.carrel.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.MarcJson;
import org.carrel.catalog.marc.TextEncoding;
import org.carrel.catalog.rules.KeyHashes;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.store.BibStore;
import org.carrel.catalog.store.ChangeLog;
import org.carrel.catalog.store.Copy;
import org.carrel.catalog.store.ItemStore;
import org.carrel.catalog.store.PlaceStore;
import org.carrel.catalog.store.StoredBib;
import org.carrel.catalog.store.UndoStore;
import org.carrel.platform.Door;

/**
 * Titles and copies that are lent and shown nowhere, such as devices: desks know them as they know every copy; search, the pages
 * of records, imports and exports do not. Which titles these are says the view {@code bib_unlisted}. Every method joins the
 * caller's transaction.
 */
@Door
public class UnlistedItems {
    /** A three-dimensional thing, described by the library itself (MARC 21, leader 06 and 18). */
    private static final String THING = "00000nrm a2200000 i 4500";

    private static final CallNumber NO_CALL_NUMBER = new CallNumber("", "", "", "");

    private final BibStore bibs = new BibStore();
    private final ItemStore items = new ItemStore();
    private final PlaceStore places = new PlaceStore();
    private final ChangeLog changes = new ChangeLog();

    /** @param title at most 500 characters */
    public long addTitle(Connection connection, String title) throws SQLException {
        var id = bibs.nextIds(connection, 1).getFirst();
        bibs.add(connection, List.of(row(id, title)));
        changes.append(connection, List.of(id));
        return id;
    }

    /** The title as it is called from now on. */
    public void rename(Connection connection, long bibId, String title) throws SQLException {
        bibs.replace(connection, List.of(row(bibId, title)));
    }

    private static StoredBib row(long id, String title) {
        var field = new DataField("245", '0', '0', List.of(new Subfield('a', title)));
        var record = new MarcRecord(THING, List.of(field));
        var json = MarcJson.write(record);
        var bytes = json.getBytes(UTF_8);
        var listed = RecordMapping.map(record, 0).titles().main();
        var format = MarcFormat.MARC_IN_JSON.name();
        return new StoredBib(
                id, "", "", listed, 1, json, bytes, format, TextEncoding.UTF_8.name(), KeyHashes.sha256(json), null);
    }

    /** Item types by code that there are. */
    public List<String> itemTypes(Connection connection) throws SQLException {
        return places.findItemTypeCodes(connection);
    }

    /** The number of an item type, which is made when there is none of this code. */
    public int itemType(Connection connection, String code) throws SQLException {
        var known = places.findItemType(connection, code);
        if (known.isPresent()) return known.get();
        places.addItemType(connection, code);
        return places.findItemType(connection, code).orElseThrow();
    }

    public List<Site> sites(Connection connection) throws SQLException {
        return places.findSites(connection);
    }

    /** What has this barcode, byte for byte. */
    public Optional<UnlistedItem> byBarcode(Connection connection, String barcode) throws SQLException {
        return items.findByBarcode(connection, List.of(barcode)).stream()
                .findFirst()
                .map(copy -> new UnlistedItem(
                        copy.id(),
                        copy.bibId(),
                        copy.siteId(),
                        "",
                        barcode,
                        OptionalInt.empty(),
                        Optional.ofNullable(copy.acquired()),
                        copy.vendor(),
                        copy.fund(),
                        copy.note()));
    }

    /** How a title is called, whatever it is; empty when it is not there. */
    public String title(Connection connection, long bibId) throws SQLException {
        return bibs.findTitle(connection, bibId).orElse("");
    }

    /** Adds a copy that can be lent, and returns its number. The barcode must be nobody's: look before. */
    public long add(Connection connection, UnlistedItem item) throws SQLException {
        var id = items.nextIds(connection, 1).getFirst();
        items.add(connection, List.of(copy(connection, item, true).as(id)), null);
        return id;
    }

    /** As {@link #add}, many at once. @return their numbers in the same order */
    public List<Long> addAll(Connection connection, List<UnlistedItem> added, boolean lendable) throws SQLException {
        if (added.isEmpty()) return List.of();
        var types = new HashMap<String, Integer>();
        for (var item : added) {
            if (!types.containsKey(item.itemType())) types.put(item.itemType(), itemType(connection, item.itemType()));
        }
        var ids = items.nextIds(connection, added.size());
        var copies = new ArrayList<Copy>();
        for (var at = 0; at < added.size(); at++) {
            var item = added.get(at);
            copies.add(
                    copy(item, types.getOrDefault(item.itemType(), 0), lendable).as(ids.get(at)));
        }
        items.add(connection, copies, null);
        return ids;
    }

    /** They were never lent and nobody waits for them: look before. */
    public void remove(Connection connection, List<Long> ids) throws SQLException {
        new UndoStore().removeCopies(connection, ids);
    }

    /** Writes what is stated; what it was before is kept as an earlier version. Whether it can be lent stays as it is. */
    public void change(Connection connection, UnlistedItem item) throws SQLException {
        var lendable = items.findCopies(connection, List.of(item.bibId())).stream()
                .filter(copy -> copy.id() == item.id())
                .allMatch(Copy::lendable);
        items.update(connection, List.of(copy(connection, item, lendable)), null);
    }

    /** All copies of the title are lent by this item type from now on. @param itemType code */
    public void retype(Connection connection, long bibId, String itemType) throws SQLException {
        var type = itemType(connection, itemType);
        var others = items.findCopies(connection, List.of(bibId)).stream()
                .filter(copy -> !Integer.valueOf(type).equals(copy.itemTypeId()))
                .map(copy -> copy.ofType(type))
                .toList();
        items.update(connection, others, null);
    }

    /**
     * Says whether the copy can be used and is still ours.
     *
     * @param withdrawn since when it is not ours
     */
    public void setUse(
            Connection connection,
            long itemId,
            ItemCondition condition,
            boolean lendable,
            Optional<LocalDate> withdrawn)
            throws SQLException {
        items.setUse(connection, itemId, condition, lendable, withdrawn);
    }

    private Copy copy(Connection connection, UnlistedItem item, boolean lendable) throws SQLException {
        return copy(item, itemType(connection, item.itemType()), lendable);
    }

    private static Copy copy(UnlistedItem item, int itemType, boolean lendable) {
        return new Copy(
                item.id(),
                item.bibId(),
                item.siteId(),
                null,
                itemType,
                item.barcode().isEmpty() ? null : item.barcode(),
                NO_CALL_NUMBER,
                ShelfKey.of(NO_CALL_NUMBER),
                "",
                "",
                item.priceCents().isPresent() ? item.priceCents().getAsInt() : null,
                item.acquired().orElse(null),
                item.vendor(),
                item.fund(),
                item.note(),
                lendable);
    }
}
