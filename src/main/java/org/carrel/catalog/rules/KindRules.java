package org.carrel.catalog.rules;

import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.MarcRecord;
import org.jspecify.annotations.Nullable;

/** Which kind of thing a record describes; the leader decides unless the record says plainly that it is something else. */
final class KindRules {
    private KindRules() {}

    static Kind of(MarcRecord record) {
        var signs = KindSigns.of(record);
        var type = record.leaderAt(6);
        var byMedium = byMedium(signs, type);
        if (byMedium != null) return byMedium;
        return switch (type) {
            case 'a', 't' -> text(signs);
            case 'c', 'd' -> Kind.SCORE;
            case 'e', 'f' -> Kind.MAP;
            case 'g' -> "fst".indexOf(signs.material()) >= 0 ? Kind.PICTURE : Kind.VIDEO;
            case 'i' -> Kind.AUDIOBOOK;
            case 'j' -> signs.spoken() ? Kind.AUDIOBOOK : Kind.MUSIC;
            case 'k' -> Kind.PICTURE;
            case 'm' -> computer(signs);
            case 'o', 'p' -> Kind.KIT;
            case 'r' -> signs.material() == 'b' ? Kind.KIT : Kind.OBJECT;
            default -> unknown(signs);
        };
    }

    /** 245 $h, the general material designation: it is what the cataloguer saw. */
    private static @Nullable Kind byMedium(KindSigns signs, char type) {
        if (signs.medium("large print", "large type")) return Kind.LARGE_PRINT;
        if (signs.medium("braille", "tactile")) return Kind.BRAILLE;
        if (signs.medium("graphic novel", "comic")) return Kind.GRAPHIC_NOVEL;
        if (signs.medium("kit")) return Kind.KIT;
        if (signs.medium("video game", "videogame", "computer game", "software")) return Kind.SOFTWARE;
        if (signs.medium("videorecording", "video", "dvd", "motion picture", "blu ray")) return Kind.VIDEO;
        if (signs.medium("sound recording", "audio", "spoken word", "compact disc", "playaway")) {
            return type == 'j' && !signs.spoken() ? Kind.MUSIC : Kind.AUDIOBOOK;
        }
        if (signs.medium("electronic", "ebook", "e book", "computer", "cd rom", "multimedia", "digital"))
            return electronic(signs, type);
        if (signs.medium("map", "cartographic")) return Kind.MAP;
        if (signs.medium("music", "score")) return "ij".indexOf(type) >= 0 ? Kind.MUSIC : Kind.SCORE;
        if (signs.medium("game", "toy", "realia", "model")) return Kind.OBJECT;
        if (signs.medium(
                "picture", "slide", "filmstrip", "flash card", "art print", "chart", "transparency", "graphic")) {
            return Kind.PICTURE;
        }
        return signs.medium("microform", "microfilm", "microfiche") ? Kind.OTHER : null;
    }

    private static @Nullable Kind electronic(KindSigns signs, char type) {
        return switch (type) {
            case 'a', 't', ' ' -> signs.serial() ? Kind.MAGAZINE : signs.integrating() ? Kind.WEBSITE : Kind.EBOOK;
            case 'm' -> computer(signs);
            default -> null;
        };
    }

    private static Kind text(KindSigns signs) {
        if (signs.braille()) return Kind.BRAILLE;
        if (signs.largePrint()) return Kind.LARGE_PRINT;
        if (signs.microform()) return Kind.OTHER;
        if (signs.serial()) return Kind.MAGAZINE;
        if (signs.electronic()) return signs.integrating() ? Kind.WEBSITE : Kind.EBOOK;
        return signs.comics() ? Kind.GRAPHIC_NOVEL : Kind.BOOK;
    }

    /** Computer files by 008/26. */
    private static Kind computer(KindSigns signs) {
        if (signs.computerFile() == 'd' || signs.electronicBook()) return Kind.EBOOK;
        if (signs.computerFile() == 'h' || signs.spoken()) return Kind.AUDIOBOOK;
        return signs.computerFile() == 'j' || signs.integrating() ? Kind.WEBSITE : Kind.SOFTWARE;
    }

    /** No usable leader: the carrier tells, and most things in a school library are books. */
    private static Kind unknown(KindSigns signs) {
        if (signs.carrier("v")) return Kind.VIDEO;
        if (signs.carrier("s")) return signs.spoken() ? Kind.AUDIOBOOK : Kind.MUSIC;
        return text(signs);
    }
}
