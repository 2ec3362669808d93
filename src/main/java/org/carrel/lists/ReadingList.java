package org.carrel.lists;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.search.Readers;
import org.carrel.security.Owner;

/**
 * A list, without what stands on it.
 *
 * @param version raised by every change of what stands here
 * @param word in the address of its public page
 * @param language {@code en} or {@code es}: in which title and notes are written
 * @param readers for whom it is
 * @param year of an award
 * @param site code of the school it is for; empty: all
 * @param account whose it is; empty: of an account that is no more
 * @param onHome whether it stands on the first page of kiosks while it is published
 * @param changed when the list or something on it was changed last
 */
public record ReadingList(
        long id,
        int version,
        String word,
        ListKind kind,
        String title,
        String note,
        String language,
        Readers readers,
        OptionalInt year,
        Optional<String> site,
        OptionalLong account,
        ListState state,
        boolean onHome,
        Instant changed)
        implements Serializable {
    public Owner owner() {
        return new Owner(site, account);
    }

    public boolean isPublished() {
        return state == ListState.PUBLISHED;
    }

    /** The title, of an award with its year. */
    public String fullTitle() {
        return year.isPresent() ? title + " " + year.getAsInt() : title;
    }

    /** Its public page, after the context path. */
    public String path() {
        return "/list/" + word;
    }
}
