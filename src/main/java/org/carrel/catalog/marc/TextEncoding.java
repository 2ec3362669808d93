package org.carrel.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How the text of a record is, or may be, encoded. */
public enum TextEncoding {
    /** No byte above 7F and no escape sequence: every other encoding reads it alike. */
    ASCII("US-ASCII"),
    UTF_8("UTF-8"),
    /** Latin letters with ANSEL diacritics before their letter, other scripts by escape sequence. */
    MARC_8(""),
    WINDOWS_1252("windows-1252"),
    ISO_8859_1("ISO-8859-1"),
    /** Russian under DOS. */
    CP866("IBM866"),
    WINDOWS_1251("windows-1251"),
    KOI8_R("KOI8-R"),
    /** The encoding that an XML or Unicode text file declares and keeps to. */
    AS_DECLARED("");

    private final String charset;

    TextEncoding(String charset) {
        this.charset = charset;
    }

    /** Empty for encodings that need more than a table of single bytes, or that this Java does not have. */
    Optional<Charset> charset() {
        if (this == UTF_8) return Optional.of(StandardCharsets.UTF_8);
        return charset.isEmpty() || !Charset.isSupported(charset)
                ? Optional.empty()
                : Optional.of(Charset.forName(charset));
    }
}
