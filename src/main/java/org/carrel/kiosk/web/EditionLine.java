package org.carrel.kiosk.web;

import java.io.Serializable;

/**
 * Another edition of something, in words.
 *
 * @param path of its page, after the context path
 * @param titleLanguage BCP 47 when it is not the language of the screen, else empty
 * @param facts kind, language and year in one line
 * @param availability the words for {@code state}
 */
public record EditionLine(
        long id, String path, String title, String titleLanguage, String facts, ShelfState state, String availability)
        implements Serializable {}
