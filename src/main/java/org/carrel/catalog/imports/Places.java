package org.carrel.catalog.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.PlaceAnswer.Kind;
import org.carrel.catalog.Site;
import org.carrel.catalog.rules.Texts;
import org.carrel.catalog.store.PlaceStore;
import org.jspecify.annotations.Nullable;

/** Finds the sites, shelf locations and item types that copies name, and adds those that are new. */
final class Places {
    private static final int LONGEST_CODE = 64;

    private final Connection connection;
    private final PlaceStore store;
    private final Site chosen;
    private final ImportSettings settings;
    private final boolean commit;
    private final Unknowns unknowns;
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<String, Integer> locations = new HashMap<>();
    private final Map<String, Integer> itemTypes = new HashMap<>();

    /**
     * @param chosen for copies that name no site, and for all when the file is of one school
     * @param commit false writes nothing: a place that is not there yet is none
     * @param unknowns hears of every copy that names an unknown code
     */
    Places(
            Connection connection,
            PlaceStore store,
            Site chosen,
            ImportSettings settings,
            boolean commit,
            Unknowns unknowns) {
        this.connection = connection;
        this.store = store;
        this.chosen = chosen;
        this.settings = settings;
        this.commit = commit;
        this.unknowns = unknowns;
    }

    /** Number 0 for a site that is to be. */
    Site site(CopyStatement copy) throws SQLException {
        var stated = code(copy.site());
        if (!settings.severalSites() || stated.isEmpty() || stated.equalsIgnoreCase(chosen.code())) return chosen;
        var code = meant(Kind.SITE, stated);
        var site = code.equalsIgnoreCase(chosen.code()) ? chosen : site(code);
        note(Kind.SITE, stated, code, site != null);
        return site == null ? new Site(0, code, code) : site;
    }

    private @Nullable Site site(String code) throws SQLException {
        var known = sites.get(key(code));
        if (known != null) return known;
        var site = store.findSite(connection, code).orElse(null);
        if (commit && site == null) {
            store.addSite(connection, code, code);
            site = store.findSite(connection, code).orElseThrow();
        }
        if (site != null) sites.put(key(code), site);
        return site;
    }

    /** Null for no location; vendors often repeat the site here, which is none either. */
    @Nullable Integer location(Site site, CopyStatement copy) throws SQLException {
        var stated = code(copy.location());
        if (!isPlaced(copy)) return null;
        var code = meant(Kind.LOCATION, stated);
        var id = location(site, code);
        note(Kind.LOCATION, stated, code, id != null);
        return id;
    }

    private @Nullable Integer location(Site site, String code) throws SQLException {
        var key = site.id() + "/" + key(code);
        var known = locations.get(key);
        if (known != null) return known;
        if (commit && store.findLocation(connection, site.id(), code).isEmpty()) {
            store.addLocation(connection, site.id(), code);
        }
        var id = store.findLocation(connection, site.id(), code).orElse(null);
        if (id != null) locations.put(key, id);
        return id;
    }

    /** Whether the copy names a place within its site, known or not. */
    boolean isPlaced(CopyStatement copy) {
        var stated = code(copy.location());
        if (stated.isEmpty() || stated.equalsIgnoreCase(siteCode(copy))) return false;
        return !(settings.severalSites() && stated.equalsIgnoreCase(code(copy.site())));
    }

    private String siteCode(CopyStatement copy) {
        var stated = code(copy.site());
        return settings.severalSites() && !stated.isEmpty() ? meant(Kind.SITE, stated) : chosen.code();
    }

    /** Null for no item type. */
    @Nullable Integer itemType(CopyStatement copy) throws SQLException {
        var stated = code(copy.itemType());
        if (stated.isEmpty()) return null;
        var code = meant(Kind.ITEM_TYPE, stated);
        var id = itemType(code);
        note(Kind.ITEM_TYPE, stated, code, id != null);
        return id;
    }

    private @Nullable Integer itemType(String code) throws SQLException {
        var known = itemTypes.get(key(code));
        if (known != null) return known;
        if (commit && store.findItemType(connection, code).isEmpty()) store.addItemType(connection, code);
        var id = store.findItemType(connection, code).orElse(null);
        if (id != null) itemTypes.put(key(code), id);
        return id;
    }

    private String meant(Kind kind, String stated) {
        return settings.answer(kind, stated).map(answer -> code(answer.use())).orElse(stated);
    }

    /** A code that stands for another one is shown too, so that a person can say otherwise. */
    private void note(Kind kind, String stated, String meant, boolean known) {
        if (!known || !stated.equalsIgnoreCase(meant)) unknowns.met(kind, stated, settings.answer(kind, stated));
    }

    private static String code(String text) {
        return Texts.cut(text.strip(), LONGEST_CODE).strip();
    }

    private static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
