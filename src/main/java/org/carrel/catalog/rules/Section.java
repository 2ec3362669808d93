package org.carrel.catalog.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a school library that have letters instead of a class number, in the order in which they are shelved. */
enum Section {
    EASY("E", '1', "E", "EASY", "EZ", "PIC", "PICTURE"),
    EASY_READER("ER", '2', "ER", "BEG", "BEGINNER"),
    FICTION("FIC", '3', "FIC", "F", "FICTION", "JFIC", "JF", "YAFIC"),
    GRAPHIC("GN", '4', "GN", "GRAPHIC", "GRN"),
    STORIES("SC", '5', "SC", "SS", "STORY"),
    /** 92 is the old school number for one person's life. */
    BIOGRAPHY("B", '7', "B", "BIO", "BIOG", "92");

    private final String code;
    private final char rank;
    private final List<String> labels;

    Section(String code, char rank, String... labels) {
        this.code = code;
        this.rank = rank;
        this.labels = List.of(labels);
    }

    /** By what stands on the spine, brackets, dots and case aside: "[Fic]" is FIC. */
    static Optional<Section> of(String label) {
        var plain = FieldText.without(label, "[]().").strip().toUpperCase(Locale.ROOT);
        for (var section : values()) {
            if (section.labels.contains(plain)) return Optional.of(section);
        }
        return Optional.empty();
    }

    String code() {
        return code;
    }

    /** Place among the classes; Dewey is 6, Library of Congress 8, all else 9. */
    char rank() {
        return rank;
    }
}
