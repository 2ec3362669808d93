package org.carrel.catalog.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcRecord;

/**
 * Which records are editions of one work: those with the same key. Paperback, large print, audiobook and translation have
 * the same; a film, a graphic novel or another volume has not. When in doubt the keys differ: two rows for one work are a
 * nuisance, one row for two works hides a book.
 */
public final class WorkRules {
    private static final String APART = " | ";

    private static final Set<String> COLLECTIVE = Set.of(
            "works",
            "selected works",
            "complete works",
            "novels",
            "short stories",
            "stories",
            "tales",
            "fairy tales",
            "fables",
            "poems",
            "selected poems",
            "poetry",
            "plays",
            "essays",
            "prose works",
            "fiction",
            "correspondence",
            "letters",
            "speeches",
            "songs",
            "selections",
            "obras",
            "obras completas",
            "cuentos",
            "poemas",
            "poesias",
            "novelas");

    private WorkRules() {}

    /** Empty for what stands alone: nothing says who made it, or it is of a kind that has no editions. */
    public static String key(MarcRecord record) {
        var family = family(KindRules.of(record));
        if (family.isEmpty()) return "";
        var author = author(record);
        var uniform = WorkTitle.uniform(record);
        if (author.isEmpty()
                && (uniform.isEmpty() || record.data("130").findAny().isEmpty())) return "";
        var title = uniform.or(() -> author.isEmpty() ? Optional.empty() : ownTitle(record));
        return title.map(text -> String.join(APART, family, author, text)).orElse("");
    }

    /** The name a translation says it is a translation of, or else the one it has. */
    private static Optional<String> ownTitle(MarcRecord record) {
        return WorkTitle.original(record).or(() -> WorkTitle.own(record));
    }

    /** How a text is read makes no other work of it; to film it or to draw it does. */
    private static String family(Kind kind) {
        return switch (kind) {
            case BOOK, LARGE_PRINT, BRAILLE, EBOOK, AUDIOBOOK -> "text";
            case GRAPHIC_NOVEL, VIDEO -> kind.name().toLowerCase(Locale.ROOT);
            case MUSIC, MAGAZINE, MAP, SCORE, PICTURE, SOFTWARE, KIT, OBJECT, WEBSITE, OTHER -> "";
        };
    }

    /** The words of the main entry in the order of the alphabet, so that "White, E. B." is "E.B. White"; or empty. */
    private static String author(MarcRecord record) {
        return record.data("100", "110", "111")
                .map(WorkRules::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String name(DataField field) {
        var text = FieldText.join(field, field.tag().equals("110") ? "ab" : "a");
        return Arrays.stream(TextFolding.fold(text).split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    /** Titles that gather what one person wrote, or what one country enacts: they say nothing of the single book. */
    static boolean isCollective(String title) {
        return COLLECTIVE.contains(title) || title.startsWith("laws etc") || title.startsWith("treaties etc");
    }
}
