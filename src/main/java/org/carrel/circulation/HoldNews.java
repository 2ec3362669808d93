package org.carrel.circulation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody who waits has to be told, or must not be told any more.
 *
 * @param item the copy that it is about; empty for the hold as a whole
 * @param site where it is picked up
 * @param shelfUntil the last day on the hold shelf, at that site; only of {@link Kind#READY}, and empty where holds do not expire
 * @param end how the hold ended; only of {@link Kind#ENDED}
 */
public record HoldNews(
        Kind kind,
        long hold,
        long patron,
        long bib,
        OptionalLong item,
        int site,
        Optional<LocalDate> shelfUntil,
        Optional<HoldEnd> end)
        implements Serializable {

    /** What has happened. */
    public enum Kind {
        /** A copy is on the hold shelf. */
        READY,
        /** It is not, after all: somebody else got it, or it was a mistake. A notice that was not sent yet is taken back. */
        RETRACTED,
        /** The hold is over and nobody borrowed anything. */
        ENDED
    }

    public static HoldNews ready(long hold, long patron, long bib, long item, int site, Optional<LocalDate> until) {
        return new HoldNews(Kind.READY, hold, patron, bib, OptionalLong.of(item), site, until, Optional.empty());
    }

    public static HoldNews retracted(long hold, long patron, long bib, long item, int site) {
        return new HoldNews(
                Kind.RETRACTED, hold, patron, bib, OptionalLong.of(item), site, Optional.empty(), Optional.empty());
    }

    public static HoldNews ended(long hold, long patron, long bib, int site, HoldEnd end) {
        return new HoldNews(
                Kind.ENDED, hold, patron, bib, OptionalLong.empty(), site, Optional.empty(), Optional.of(end));
    }
}
