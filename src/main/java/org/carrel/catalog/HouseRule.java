package org.carrel.catalog;

import java.util.Locale;

/**
 * What a school changes in every record or copy a vendor sends. Text is compared plainly: nothing here is a pattern but a
 * {@link TagPattern}. No rule touches the leader, 001 or 003, and none takes the title away.
 */
public sealed interface HouseRule {
    /** A rule about the text of a record. */
    sealed interface OfRecord extends HouseRule {}

    /** A rule about the copies it states; the copy fields of the record stay as they are. */
    sealed interface OfCopy extends HouseRule {}

    /** On the label, the words {@code from} become {@code to}: F is to be FIC. */
    record ReplaceCallNumberPrefix(String from, String to) implements OfCopy {
        public ReplaceCallNumberPrefix {
            from = from.strip();
            to = to.strip();
        }
    }

    /** The cutter is written in capitals, and a name in it has at most so many letters. */
    record CutterLetters(int most) implements OfCopy {}

    /**
     * Books in a language get a prefix.
     *
     * @param language MARC language code, as in 008/35-37 or 041 $a
     */
    record LanguagePrefix(String language, String prefix) implements OfCopy {
        public LanguagePrefix {
            language = language.strip().toLowerCase(Locale.ROOT);
            prefix = prefix.strip();
        }
    }

    /**
     * Subject headings of one thesaurus are left out.
     *
     * @param source its code in MARC Subject Heading and Term Source Codes, as in $2: sears, bisacsh, fast; lcsh, lcshac
     *     and mesh for those that have an indicator of their own
     */
    record DropSubjects(String source) implements OfRecord {
        public DropSubjects {
            source = source.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** Subject subdivisions $v and $x that begin with "Juvenile" are left out. */
    record DropJuvenileSubdivisions() implements OfRecord {}

    /** Fields are left out; the copies they state are not. */
    record DropFields(String tags) implements OfRecord {
        public DropFields {
            tags = upper(tags);
        }
    }

    record DeleteSubfield(String tags, String code) implements OfRecord {
        public DeleteSubfield {
            tags = upper(tags);
            code = plain(code);
        }
    }

    /** Every {@code find} in the subfield becomes {@code replacement}; capitals count. */
    record ReplaceText(String tags, String code, String find, String replacement) implements OfRecord {
        public ReplaceText {
            tags = upper(tags);
            code = plain(code);
        }
    }

    private static String upper(String tags) {
        return tags.strip().toUpperCase(Locale.ROOT);
    }

    private static String plain(String code) {
        return code.strip().replaceFirst("^[$‡]", "");
    }
}
