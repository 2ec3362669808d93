package org.carrel.sessions.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Which books are proposed for a topic: what the class can read, in English and in Spanish, as many as are asked for. */
public final class BookChoice {
    /** Of so many one is in Spanish, while there are any. */
    private static final int SPANISH_EVERY = 4;
    /** A class reads so many grades below and above its own. */
    private static final int AROUND = 1;

    private static final String SPANISH = "spa";

    private BookChoice() {}

    /**
     * A title that fits the topic.
     *
     * @param language MARC code of its first language; empty for none
     * @param audience MARC 21 008/22
     * @param from lowest grade, kindergarten is 0; {@code to} likewise; empty: nobody has told
     * @param free copies that stand on their shelves at the site
     */
    public record Candidate(long bib, String language, char audience, OptionalInt from, OptionalInt to, int free) {}

    /** So many copies of this title. */
    public record Choice(long bib, int copies) {}

    /** The grade as a number, kindergarten and what comes before are 0. Empty for what is no grade. */
    public static OptionalInt grade(String text) {
        var plain = text.strip().toUpperCase(Locale.ROOT);
        if (List.of("K", "KG", "PK", "TK").contains(plain)) return OptionalInt.of(0);
        return plain.matches("0?[0-9]|1[0-3]") ? OptionalInt.of(Integer.parseInt(plain)) : OptionalInt.empty();
    }

    /**
     * Chooses.
     *
     * @param found what fits best first
     * @param grade empty: anything will do
     * @param number of copies in all
     * @return in the order of choosing; fewer when there are not so many
     */
    public static List<Choice> of(List<Candidate> found, OptionalInt grade, int number) {
        var fits =
                found.stream().filter(one -> one.free() > 0 && fits(one, grade)).toList();
        var order = mixed(fits);
        var chosen = new LinkedHashMap<Long, Integer>();
        var left = number;
        for (var round = 1; left > 0; round++) {
            var before = left;
            for (var one : order) {
                if (left == 0 || one.free() < round) continue;
                chosen.merge(one.bib(), 1, Integer::sum);
                left--;
            }
            if (left == before) break;
        }
        return chosen.entrySet().stream()
                .map((Map.Entry<Long, Integer> each) -> new Choice(each.getKey(), each.getValue()))
                .toList();
    }

    /** Those whose grades are known come first; one of four is Spanish. */
    private static List<Candidate> mixed(List<Candidate> fits) {
        Predicate<Candidate> isSpanish = one -> one.language().equals(SPANISH);
        var sorted = new ArrayList<Candidate>();
        fits.stream().filter(BookChoice::isKnown).forEach(sorted::add);
        fits.stream().filter(one -> !isKnown(one)).forEach(sorted::add);
        Deque<Candidate> spanish =
                new ArrayDeque<>(sorted.stream().filter(isSpanish).toList());
        Deque<Candidate> others =
                new ArrayDeque<>(sorted.stream().filter(isSpanish.negate()).toList());
        var mixed = new ArrayList<Candidate>();
        while (!spanish.isEmpty() || !others.isEmpty()) {
            var isTurn = (mixed.size() + 1) % SPANISH_EVERY == 0;
            mixed.add((isTurn && !spanish.isEmpty()) || others.isEmpty() ? spanish.pop() : others.pop());
        }
        return mixed;
    }

    private static boolean isKnown(Candidate one) {
        return one.from().isPresent() || one.to().isPresent();
    }

    private static boolean fits(Candidate one, OptionalInt grade) {
        if (grade.isEmpty()) return true;
        var from = one.from();
        var to = one.to();
        if (!isKnown(one)) {
            from = lowest(one.audience());
            to = highest(one.audience());
        }
        return from.orElse(0) <= grade.getAsInt() + AROUND && to.orElse(Integer.MAX_VALUE) >= grade.getAsInt() - AROUND;
    }

    /** Pre-adolescents from fourth, adolescents from ninth grade; adults are none in school. */
    private static OptionalInt lowest(char audience) {
        return switch (audience) {
            case 'c' -> OptionalInt.of(4);
            case 'd' -> OptionalInt.of(8);
            case 'e' -> OptionalInt.of(10);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt highest(char audience) {
        return switch (audience) {
            case 'a' -> OptionalInt.of(0);
            case 'b' -> OptionalInt.of(3);
            case 'c' -> OptionalInt.of(8);
            default -> OptionalInt.empty();
        };
    }
}
