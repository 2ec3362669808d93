package org.carrel.circulation.holds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.HoldNews;

/** Where a copy that was scanned goes, and what those who wait have to be told. */
public sealed interface Whereabouts {
    List<HoldNews> news();

    /** To its place among the others. */
    record Shelf(List<HoldNews> news) implements Whereabouts {
        public Shelf {
            news = List.copyOf(news);
        }
    }

    /** @param until the last day; empty where holds do not expire */
    record HoldShelf(long hold, long patron, Optional<LocalDate> until, List<HoldNews> news) implements Whereabouts {
        public HoldShelf {
            news = List.copyOf(news);
        }
    }

    /** Into the box to another site. @param forHold somebody waits for it there */
    record Sent(int to, boolean forHold, List<HoldNews> news) implements Whereabouts {
        public Sent {
            news = List.copyOf(news);
        }
    }
}
