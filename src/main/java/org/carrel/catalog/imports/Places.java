package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.carrel.catalog.Site;
import org.carrel.catalog.store.PlaceStore;
import org.jspecify.annotations.Nullable;

/** Finds the shelf locations and item types that copies name, and adds those that are new. */
final class Places {
    private static final int LONGEST_CODE = 64;

    private final Connection connection;
    private final PlaceStore store;
    private final Site site;
    private final boolean commit;
    private final Map<String, Integer> locations = new HashMap<>();
    private final Map<String, Integer> itemTypes = new HashMap<>();

    Places(Connection connection, PlaceStore store, Site site, boolean commit) {
        this.connection = connection;
        this.store = store;
        this.site = site;
        this.commit = commit;
    }

    Site site() {
        return site;
    }

    /** Null for no location; vendors often repeat the site here, which is none either. */
    @Nullable Integer location(String text) throws SQLException {
        var code = code(text);
        if (code.isEmpty() || code.equalsIgnoreCase(site.code())) return null;
        var known = locations.get(key(code));
        if (known != null) return known;
        if (commit && store.findLocation(connection, site.id(), code).isEmpty()) {
            store.addLocation(connection, site.id(), code);
        }
        var id = store.findLocation(connection, site.id(), code).orElse(null);
        if (id != null) locations.put(key(code), id);
        return id;
    }

    /** Whether the text names a place within the site, known or not. */
    boolean isLocation(String text) {
        var code = code(text);
        return !code.isEmpty() && !code.equalsIgnoreCase(site.code());
    }

    /** Null for no item type. */
    @Nullable Integer itemType(String text) throws SQLException {
        var code = code(text);
        if (code.isEmpty()) return null;
        var known = itemTypes.get(key(code));
        if (known != null) return known;
        if (commit && store.findItemType(connection, code).isEmpty()) store.addItemType(connection, code);
        var id = store.findItemType(connection, code).orElse(null);
        if (id != null) itemTypes.put(key(code), id);
        return id;
    }

    private static String code(String text) {
        return Texts.cut(text.strip(), LONGEST_CODE).strip();
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
