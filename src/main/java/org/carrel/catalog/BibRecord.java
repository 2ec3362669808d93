package org.carrel.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A bibliographic record as readers, search and matching see it: mapped from MARC 21, ISBD punctuation trimmed.
 * Derived from the MARC record whenever it is needed, never stored as a truth of its own. Lists are in record order.
 *
 * @param languages MARC language codes (ISO 639-2/B, e.g. {@code eng}) from 008/35-37 and 041 $a $d, without repeats
 * @param links 856 $u, only http and https
 */
public record BibRecord(
        Identifiers identifiers,
        Kind kind,
        Titles titles,
        Names names,
        List<Series> series,
        Publication publication,
        Topics topics,
        Notes notes,
        Audience audience,
        List<String> languages,
        List<String> classNumbers,
        List<Link> links)
        implements Serializable {

    /** What the thing is, in a child's words; from leader/06-08, 006, 007, 008, 245 $h, 336-338 and 655. */
    public enum Kind {
        BOOK,
        GRAPHIC_NOVEL,
        LARGE_PRINT,
        BRAILLE,
        EBOOK,
        AUDIOBOOK,
        MUSIC,
        VIDEO,
        MAGAZINE,
        MAP,
        SCORE,
        PICTURE,
        SOFTWARE,
        KIT,
        OBJECT,
        WEBSITE,
        OTHER
    }

    /**
     * @param source 003, or empty
     * @param controlNumber 001 as found (first one), or empty
     * @param lccn 010 $a normalised as the Library of Congress says, or empty
     * @param isbns valid 020 $a as ISBN-13 digits, without repeats: the only ones that match
     * @param otherIsbns 020 $z and invalid $a, digits and X only: searchable, never matched
     * @param oclc OCLC number from 035 (or 001 when 003 is OCoLC), digits without leading zeros, or empty
     * @param issn 022 $a, or empty
     */
    public record Identifiers(
            String source,
            String controlNumber,
            String lccn,
            List<String> isbns,
            List<String> otherIsbns,
            String oclc,
            String issn)
            implements Serializable {}

    /**
     * @param main 245 $a $b $n $p in record order without $h and $c; empty when the record has no title
     * @param proper 245 $a $n $p: the title without its subtitle
     * @param sort {@code main} without the initial article and leading punctuation, never empty unless {@code main} is
     * @param responsibility 245 $c, or empty
     * @param others 130, 240, 246, 740, titles of 700 $t, 730, 505 $t: other names under which people look
     * @param parallel 880 texts linked to 245
     */
    public record Titles(
            String main, String proper, String sort, String responsibility, List<String> others, List<String> parallel)
            implements Serializable {}

    /**
     * @param main 100/110/111 in catalog form ("Rowling, J. K."), or empty
     * @param added 700/710/711 without those that only name a work
     * @param parallel 880 texts linked to any of them
     */
    public record Names(String main, List<String> added, List<String> parallel) implements Serializable {
        /** Main entry first, then the added ones. */
        public List<String> all() {
            if (main.isEmpty()) return added;
            var names = new java.util.ArrayList<String>();
            names.add(main);
            names.addAll(added);
            return List.copyOf(names);
        }
    }

    /**
     * One series statement, 490, 800, 810, 811, 830 or 440, without repeats.
     *
     * @param number for sorting ("bk. 7" is 7, "2.5" is 2.5), null when there is none or it is no number
     * @param volume $v as printed, or empty
     */
    public record Series(String title, @Nullable Double number, String volume) implements Serializable {}

    /**
     * @param year from 008/06-14, else 264/260 $c: between 1000 and next year, empty when unknown. A reprint has its own
     *     year, not that of the original
     * @param date 264 $c or 260 $c as printed
     * @param extent 300
     */
    public record Publication(
            String publisher, String place, int yearOrZero, String date, String edition, String extent)
            implements Serializable {
        public OptionalInt year() {
            return yearOrZero == 0 ? OptionalInt.empty() : OptionalInt.of(yearOrZero);
        }
    }

    /**
     * @param subjects 600-651 whole headings, parts joined by " -- "; of every thesaurus
     * @param genres 655 and form subdivisions $v
     */
    public record Topics(List<String> subjects, List<String> genres) implements Serializable {}

    /**
     * @param summary 520 $a $b joined, or empty
     * @param contents 505
     * @param awards 586, 585
     * @param others 500 and the other general notes a reader may see
     */
    public record Notes(String summary, List<String> contents, List<String> awards, List<String> others)
            implements Serializable {}

    /**
     * @param code 008/22 of books and the like, blank when not coded
     * @param gradeFrom from 521 first indicator 2 (K is 0), null when unknown; {@code gradeTo} likewise
     * @param ageFrom from 521 first indicator 1, null when unknown; {@code ageTo} likewise
     * @param lexile the number of 521 first indicator 8 with Lexile; BR ("beginning reader") is negative; null unknown
     * @param lexileText as printed, with its letters ("AD740L"), or empty
     * @param arLevel Accelerated Reader book level, 526 $c; null when unknown
     * @param arPoints 526 $d; null when unknown
     * @param interest 526 $b (LG, MG, MG+, UG), or empty
     */
    public record Audience(
            char code,
            @Nullable Integer gradeFrom,
            @Nullable Integer gradeTo,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable Integer lexile,
            String lexileText,
            @Nullable Double arLevel,
            @Nullable Double arPoints,
            String interest)
            implements Serializable {}

    /** 856: an address that is http or https, and the words for it (may be empty). */
    public record Link(String url, String text) implements Serializable {}
}
