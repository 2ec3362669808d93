package org.carrel.catalog.rules;

import java.util.HashSet;
import java.util.Set;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.BibRecord.Titles;

/**
 * Do two records bear the same title? Case, accents, punctuation, "&amp;", an initial article and a subtitle that one of
 * them leaves out make no difference; another volume or part does.
 */
final class TitleLikeness {
    private TitleLikeness() {}

    /** For records that share a number: the title proper agrees, or one knows the other's title as a variant. */
    static boolean alike(BibRecord one, BibRecord other) {
        var ours = one.titles();
        var theirs = other.titles();
        if (ours.main().isEmpty() && theirs.main().isEmpty()) return true;
        if (ours.main().isEmpty() || theirs.main().isEmpty()) return false;
        return meets(own(ours), all(theirs)) || meets(own(theirs), all(ours));
    }

    /** For records that share no number: the whole title agrees, or all but a subtitle that only one of them has. */
    static boolean same(BibRecord one, BibRecord other) {
        var ours = one.titles();
        var theirs = other.titles();
        if (key(ours.main()).isEmpty()) return false;
        if (key(ours.main()).equals(key(theirs.main()))) return true;
        var oneHasNone = !hasSubtitle(ours) || !hasSubtitle(theirs);
        return oneHasNone && key(ours.proper()).equals(key(theirs.proper()));
    }

    /** The title folded for comparison, without an initial article of English, Spanish, French or German. */
    static String key(String title) {
        var bare = title;
        for (var language : new String[] {"eng", "spa", "fre", "ger"}) {
            bare = Articles.withoutArticle(title, language);
            if (!bare.equals(title)) break;
        }
        return TextFolding.fold(bare);
    }

    private static boolean hasSubtitle(Titles titles) {
        return !key(titles.main()).equals(key(titles.proper()));
    }

    private static Set<String> own(Titles titles) {
        var keys = new HashSet<String>();
        keys.add(key(titles.main()));
        keys.add(key(titles.proper()));
        titles.parallel().forEach(title -> keys.add(key(title)));
        keys.remove("");
        return keys;
    }

    private static Set<String> all(Titles titles) {
        var keys = own(titles);
        titles.others().forEach(title -> keys.add(key(title)));
        keys.remove("");
        return keys;
    }

    private static boolean meets(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }
}
