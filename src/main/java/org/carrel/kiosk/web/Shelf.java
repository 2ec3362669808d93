package org.carrel.kiosk.web;

import java.util.List;

/**
 * A row of covers.
 *
 * @param id of the element
 * @param path of all that belong there, after the context path
 * @param all the words for that, with their number
 */
public record Shelf(String id, String title, List<Card> cards, String path, String all) {
    public Shelf {
        cards = List.copyOf(cards);
    }
}
