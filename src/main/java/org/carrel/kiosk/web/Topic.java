package org.carrel.kiosk.web;

import java.util.List;
import java.util.Locale;
import org.carrel.catalog.BibRecord.Kind;

/** A tile to browse by: one flat level, a picture and a word each (small children get lost in trees). */
public enum Topic {
    ANIMALS("animals"),
    SPACE("space"),
    SPORTS("sports"),
    GRAPHIC_NOVELS(new SearchAddress("", 1, List.of(Kind.GRAPHIC_NOVEL), List.of())),
    SCARY("ghosts"),
    SCIENCE("science"),
    HISTORY("history"),
    ART("art"),
    COOKING("cooking"),
    FANTASY("fantasy"),
    LIVES("biography"),
    SPANISH(new SearchAddress("", 1, List.of(), List.of("spa")));

    private final SearchAddress address;

    /** @param subject as English subject headings have it: most records of a school have no others */
    Topic(String subject) {
        this(new SearchAddress(subject, 1, List.of(), List.of()));
    }

    Topic(SearchAddress address) {
        this.address = address;
    }

    public String path() {
        return address.path();
    }

    /** Name of the picture in {@code icons.svg}, and last part of the message key {@code topic.…}. */
    public String icon() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
