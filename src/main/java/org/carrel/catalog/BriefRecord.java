package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;

/**
 * A record as the plain form shows it: what somebody who is no cataloger can say about a book. Texts are without ISBD
 * punctuation; empty texts and lists are what is not known.
 *
 * @param authors as typed, "Jacqueline Woodson" or "Woodson, Jacqueline"; the first is the main one
 * @param extent pages and the like: "337 pages"; a bare number is pages
 * @param isbn as typed
 * @param language MARC code such as {@code eng}; blank when not coded
 * @param subjects whole headings, parts joined by " -- "
 * @param places geographic subjects, in the same form
 * @param genres what the work is
 */
public record BriefRecord(
        Material material,
        String title,
        String subtitle,
        List<String> authors,
        Imprint imprint,
        String extent,
        String isbn,
        Series series,
        List<String> subjects,
        List<String> places,
        List<String> genres,
        String summary,
        String language,
        Audience audience)
        implements Serializable {
    public BriefRecord {
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        places = List.copyOf(places);
        genres = List.copyOf(genres);
    }

    /** 264 or 260. @param year as typed: "2014", "c2014", "[2014]" */
    public record Imprint(String place, String publisher, String year) implements Serializable {}

    /** The first series. @param number as printed: "7", "bk. 7" */
    public record Series(String title, String number) implements Serializable {}

    /**
     * @param code 008/22, blank when not coded
     * @param grades interest grades: "4-6", "K-2"
     */
    public record Audience(char code, String grades) implements Serializable {}
}
