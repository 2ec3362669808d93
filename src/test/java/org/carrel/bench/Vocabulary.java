package org.carrel.bench;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The words that generated records are made of: few that are frequent, and a long tail of invented names. */
final class Vocabulary {
    private static final String[] PLAIN =
            ("night river school garden winter secret dragon friend island family moon animal"
                            + " ocean music science history machine planet summer forest mystery journey castle dinosaur storm robot"
                            + " mountain horse weather insect desert volcano number letter color bridge market kitchen harvest theater"
                            + " compass lantern puzzle kingdom orchard whale falcon spider tiger penguin turtle rabbit cousin brother"
                            + " sister teacher painter sailor farmer doctor baker singer inventor pilot explorer neighbor stranger"
                            + " giant ghost hero wizard pirate detective champion rescue race voyage promise courage hunger freedom"
                            + " justice memory shadow thunder silence energy gravity magnet atom cell fossil mineral climate tide"
                            + " election treaty colony empire railroad telegraph bicycle rocket submarine satellite computer network"
                            + " soccer baseball drum violin poem story riddle recipe pattern shape fraction measure clock calendar"
                            + " happy lost little great brave silent hidden golden broken ancient modern frozen burning curious"
                            + " gentle clever lonely giant's wild secretive last first new old long bright dark deep")
                    .split(" ");
    private static final String[] LINKS =
            "the of and a to in with for on from about without under between after before".split(" ");
    private static final String[] SPANISH =
            ("la montaña|el niño|los sueños|una canción|el corazón|mi abuelo|la lección|el pequeño"
                            + " dragón|las estrellas|un día de otoño|la máquina|el jardín secreto|los piratas|la estación")
                    .split("\\|");
    private static final String[] TOPICS =
            ("Friendship|Schools|Dragons|Planets|Volcanoes|Weather|Horses|Robots|Inventions|Rivers"
                            + "|Immigrants|Elections|Fossils|Railroads|Insects|Whales|Music|Soccer|Grandparents|Magnetism|Fractions"
                            + "|Mystery and detective stories|Voyages and travels|Ghost stories|Food habits|Endangered species"
                            + "|World politics|Computer programming|Endurance sports|City and town life|Folklore|Astronomy")
                    .split("\\|");
    private static final String[] FORMS = {
        "Juvenile fiction", "Juvenile literature", "History", "Biography", "Pictorial works", "Fiction"
    };
    private static final String[] GENRES = {
        "Fantasy fiction", "Picture books", "Novels", "Biographies", "Graphic novels", "Informational works", "Poetry"
    };
    private static final String[] PUBLISHERS = {
        "Harbor House",
        "Blue Lantern Books",
        "Northfield Press",
        "Oak & Elm",
        "Casa del Sol",
        "Meridian School Editions"
    };
    private static final String[] SYLLABLES =
            "ba ke lo mi ran tor ves dal nor hin sa pel gri mon tal wen ar cas du fe ol ri sch u vin za qua lis"
                    .split(" ");

    private static final int TAIL = 30_000;
    private final String[] words =
            IntStream.range(0, TAIL).mapToObj(Vocabulary::word).toArray(String[]::new);

    private static String word(int rank) {
        return rank < PLAIN.length ? PLAIN[rank] : invented(rank);
    }

    /** Two to four syllables, always the same for a number. */
    private static String invented(int number) {
        var random = new SplittableRandom(number * 7919L);
        var word = new StringBuilder();
        for (var left = 2 + random.nextInt(3); left > 0; left--) word.append(pick(random, SYLLABLES));
        return word.toString();
    }

    /** A frequent one most of the time. */
    String word(SplittableRandom random) {
        return words[skewed(random, words.length)];
    }

    String title(SplittableRandom random) {
        var title = new StringBuilder(random.nextInt(3) == 0 ? "the " : "");
        for (var left = 1 + random.nextInt(4); left > 0; left--) {
            title.append(word(random)).append(left == 1 ? "" : random.nextInt(4) == 0 ? " of the " : " ");
        }
        return capital(title.toString());
    }

    static String spanishTitle(SplittableRandom random) {
        return capital(pick(random, SPANISH) + " y " + pick(random, SPANISH));
    }

    String prose(SplittableRandom random, int length) {
        var prose = new StringBuilder(length * 8);
        var sentence = 0;
        for (var i = 0; i < length; i++) {
            var word = random.nextInt(100) < 40 ? pick(random, LINKS) : word(random);
            prose.append(sentence++ == 0 ? capital(word) : word);
            var ends = i + 1 == length || sentence > 8 && random.nextInt(6) == 0;
            prose.append(ends ? ". " : random.nextInt(12) == 0 ? ", " : " ");
            if (ends) sentence = 0;
        }
        return prose.toString().strip();
    }

    /** One of some 12,000 persons, in catalog order. */
    static String person(SplittableRandom random) {
        var number = skewed(random, 12_000);
        return capital(invented(number + 1)) + ", " + capital(invented(40_000 + number % 400));
    }

    static String topic(SplittableRandom random) {
        return TOPICS[skewed(random, TOPICS.length)];
    }

    static String form(SplittableRandom random) {
        return pick(random, FORMS);
    }

    static String genre(SplittableRandom random) {
        return pick(random, GENRES);
    }

    static String publisher(SplittableRandom random) {
        return pick(random, PUBLISHERS);
    }

    String series(SplittableRandom random) {
        return capital(words[skewed(random, 500)]) + " " + words[skewed(random, 60)] + " stories";
    }

    private static String pick(SplittableRandom random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    /** Low numbers are frequent, about as in natural text. */
    private static int skewed(SplittableRandom random, int below) {
        var uniform = random.nextDouble();
        return (int) (Math.pow(below + 1.0, uniform) - 1);
    }

    static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
