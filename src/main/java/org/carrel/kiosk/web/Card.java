package org.carrel.kiosk.web;

import java.io.Serializable;
import java.util.List;

/**
 * One found thing on a results page or on a row of covers, in words.
 *
 * @param path of its page, after the context path
 * @param titleLanguage BCP 47 when it is not the language of the screen, else empty
 * @param coverName the short name at the foot of the drawn cover, may be empty
 * @param picture of its cover, after the context path; empty: it is drawn
 * @param facts author, year, kind, language, series in one line
 * @param availability the words for {@code state}
 * @param callNumber of the copy to look for, may be empty; {@code place} likewise
 * @param wherePath of the plan that shows it, empty when none does
 * @param editionsText how many editions there are, with this one; empty when it is the only one
 * @param editions the others
 */
public record Card(
        long id,
        String path,
        String title,
        String titleLanguage,
        String coverName,
        CoverBand band,
        String picture,
        String facts,
        String summary,
        ShelfState state,
        String availability,
        String callNumber,
        String place,
        String wherePath,
        String editionsText,
        List<EditionLine> editions)
        implements Serializable {
    public Card {
        editions = List.copyOf(editions);
    }
}
