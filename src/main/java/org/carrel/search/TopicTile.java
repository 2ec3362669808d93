package org.carrel.search;

import java.io.Serializable;
import java.util.Optional;

/**
 * A topic on the first page of the kiosks: a picture, a word in each language, and the search that a tap asks.
 *
 * @param version raised by every change
 * @param site the only school whose screens show it; empty for all
 * @param asShelf a row of covers instead of a tile
 * @param shown false while it is kept back
 */
public record TopicTile(
        long id,
        int version,
        Optional<Site> site,
        String titleEn,
        String titleEs,
        TopicPicture picture,
        SavedSearch search,
        Readers readers,
        boolean asShelf,
        boolean shown)
        implements Serializable {
    /** Longest title, in characters: what fits a tile. */
    public static final int MAX_TITLE = 40;

    /** A school, by its code and what people call it. */
    public record Site(String code, String name) implements Serializable {}

    /** On whose screens it is. */
    public enum Readers {
        ALL,
        /** Screens with pictures first. */
        YOUNGEST
    }

    /** @param language BCP 47, of the screen */
    public String title(String language) {
        return language.startsWith("es") ? titleEs : titleEn;
    }
}
