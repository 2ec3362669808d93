package org.carrel.patrons;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carrel.patrons.store.CardStore;
import org.carrel.patrons.store.PatronSearchStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Cards to print: of a homeroom, a grade, or one person. */
@Door
public class CardSheets {
    /** Of a large school. */
    public static final int MOST = 2_000;

    private final Database database;
    private final PatronSearchStore search = new PatronSearchStore();
    private final CardStore cards = new CardStore();

    @Inject
    public CardSheets(Database database) {
        this.database = database;
    }

    /** A card. @param number that a scanner reads from it */
    public record Card(Patron patron, String number) implements Serializable {}

    /** @param without those who have no card and no number that can be one */
    public record Sheet(List<Card> cards, List<Patron> without) implements Serializable {
        public Sheet {
            cards = List.copyOf(cards);
            without = List.copyOf(without);
        }
    }

    /** By homeroom, then by name. A good card counts, the newest one; who has none has the number as a card. */
    public Sheet of(PatronSearch wish) {
        return database.read(connection -> {
            var people = search.byHomeroom(connection, wish, MOST);
            var good = cards.good(connection, people.stream().map(Patron::id).toList());
            var printed = new ArrayList<Card>();
            var without = new ArrayList<Patron>();
            for (var patron : people) {
                var number = Objects.requireNonNullElseGet(good.get(patron.id()), () -> asCard(patron));
                if (number.isEmpty()) without.add(patron);
                else printed.add(new Card(patron, number));
            }
            return new Sheet(printed, without);
        });
    }

    private static String asCard(Patron patron) {
        return PatronCard.number(patron.facts().get(PatronField.IDENTIFIER)).orElse("");
    }
}
