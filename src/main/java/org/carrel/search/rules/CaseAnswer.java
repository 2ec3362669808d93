package org.carrel.search.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.BibRecord.Series;
import org.carrel.search.SearchPage.Understood;

/**
 * What a search answered, as a case looks at it.
 *
 * @param hits the first page
 */
public record CaseAnswer(String searched, Understood as, long total, List<Hit> hits) {
    public CaseAnswer {
        hits = List.copyOf(hits);
    }

    /**
     * @param mentions names, titles, series, headings and awards, as one text
     * @param editions ids of the other editions that stand on the same row
     */
    public record Hit(
            long id, String title, String mentions, List<String> languages, List<Series> series, List<Long> editions) {
        boolean begins(String title) {
            return plain(this.title()).startsWith(plain(title))
                    || plain(mentions()).startsWith(plain(title));
        }

        boolean mentions(String words) {
            return plain(mentions()).contains(plain(words));
        }
    }

    /** Lower case letters and digits, without accents. */
    static String plain(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return apart.replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
