package org.carrel.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Records of a school library, ISO 2709 in UTF-8, about 1.35 KB each with one to three copies in 852. A record depends on
 * the seed and its number alone, so a small file is the beginning of a large one.
 */
final class RecordGenerator {
    /** Prime to 10^9: no two records share an ISBN. */
    private static final long STEP = 387_420_489L;

    private static final int SITES = 12;

    private final Vocabulary vocabulary = new Vocabulary();
    private final long seed;
    private final double mutated;

    /** @param mutated share of the records whose notes and topics were edited: same number, same ISBN, same copies */
    RecordGenerator(long seed, double mutated) {
        this.seed = seed;
        this.mutated = mutated;
    }

    void write(Path file, int records) throws IOException {
        write(file, 0, records);
    }

    /** The records from this number on. */
    void write(Path file, int first, int count) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (var number = first; number < first + count; number++) out.write(record(number));
        }
    }

    /** Questions as people type them: one to three words of a title that is there. */
    List<String> questions(int count) {
        var random = random(-1, 0);
        return IntStream.range(0, count)
                .mapToObj(number -> vocabulary
                        .title(random)
                        .replace("The ", "")
                        .replace(" of the ", " ")
                        .toLowerCase(Locale.ROOT))
                .toList();
    }

    byte[] record(long number) {
        var stable = random(number, 1);
        var edited = random(number, 2).nextDouble() < mutated;
        var record = new Iso2709Record();
        var year = 2025 - (int) (60 * Math.pow(stable.nextDouble(), 2));
        var fiction = stable.nextInt(100) < 55;
        var spanish = stable.nextInt(100) < 8;
        var author = Vocabulary.person(stable);
        record.control("001", String.format(Locale.ROOT, "gen%09d", number));
        record.control("003", "GEN");
        record.control("005", "20250115083000.0");
        record.control("008", fixed(year, fiction, spanish, stable));
        isbn(record, number, stable);
        record.data("040", "  ", "aGEN", "beng", "erda", "cGEN");
        var dewey = String.format(Locale.ROOT, "%03d.%d", stable.nextInt(1000), stable.nextInt(100));
        record.data("082", "04", "a" + (fiction ? "[Fic]" : dewey), "223");
        record.data("100", "1 ", "a" + author + ",", "d" + (1930 + stable.nextInt(70)) + "-", "eauthor.");
        title(record, author, spanish, stable);
        published(record, year, stable);
        notes(record, random(number, edited ? 4 : 3));
        copies(record, number, fiction ? "FIC" : dewey, author, stable);
        return record.bytes();
    }

    private static String fixed(int year, boolean fiction, boolean spanish, SplittableRandom random) {
        return String.format(
                Locale.ROOT,
                "%02d0101s%d    nyua   %c      000 %c %s  ",
                year % 100,
                year,
                "abcdej".charAt(random.nextInt(6)),
                fiction ? '1' : '0',
                spanish ? "spa" : "eng");
    }

    private void isbn(Iso2709Record record, long number, SplittableRandom random) {
        var digits = String.format(Locale.ROOT, "978%09d", (number * STEP + seed * 7919 + 12_345) % 1_000_000_000L);
        var sum = IntStream.range(0, 12)
                .map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3))
                .sum();
        var binding = random.nextBoolean() ? " (hardcover)" : "";
        record.data(
                "020", "  ", "a" + digits + (10 - sum % 10) % 10 + binding, "c$" + (5 + random.nextInt(25)) + ".99");
    }

    private void title(Iso2709Record record, String author, boolean spanish, SplittableRandom random) {
        var title = spanish ? Vocabulary.spanishTitle(random) : vocabulary.title(random);
        var skip = title.startsWith("The ") ? "14" : "10";
        var responsibility = "cby " + author.replaceAll("(.*), (.*)", "$2 $1") + ".";
        if (random.nextInt(100) < 45)
            record.data("245", skip, "a" + title + " :", "b" + vocabulary.title(random) + " /", responsibility);
        else record.data("245", skip, "a" + title + " /", responsibility);
        if (random.nextInt(10) == 0) record.data("246", "30", "a" + vocabulary.title(random));
    }

    private void published(Iso2709Record record, int year, SplittableRandom random) {
        if (random.nextInt(3) == 0) record.data("250", "  ", "aFirst edition.");
        record.data("264", " 1", "aNew York :", "b" + Vocabulary.publisher(random) + ",", "c" + year + ".");
        if (random.nextBoolean()) record.data("264", " 4", "c©" + year);
        record.data("300", "  ", "a" + (24 + random.nextInt(380)) + " pages :", "bcolor illustrations ;", "c26 cm");
        record.data("336", "  ", "atext", "btxt", "2rdacontent");
        record.data("337", "  ", "aunmediated", "bn", "2rdamedia");
        record.data("338", "  ", "avolume", "bnc", "2rdacarrier");
        if (random.nextInt(100) < 40) {
            var series = "a" + vocabulary.series(random) + " ;";
            var volume = "v" + (1 + random.nextInt(30));
            record.data("490", "1 ", series, volume);
            record.data("830", " 0", series, volume + ".");
        }
    }

    private void notes(Iso2709Record record, SplittableRandom random) {
        if (random.nextInt(4) == 0) record.data("500", "  ", "a" + vocabulary.prose(random, 8));
        if (random.nextInt(3) == 0) record.data("504", "  ", "aIncludes bibliographical references and index.");
        if (random.nextInt(8) == 0) {
            var parts = IntStream.range(0, 6).mapToObj(i -> vocabulary.title(random));
            record.data("505", "0 ", "a" + String.join(" -- ", parts.toList()) + ".");
        }
        if (random.nextInt(100) < 88) record.data("520", "  ", "a" + vocabulary.prose(random, 20 + random.nextInt(45)));
        if (random.nextInt(100) < 60) record.data("521", "8 ", "a" + (20 + 10 * random.nextInt(110)) + "L", "bLexile");
        record.data("521", "1 ", "a" + (4 + random.nextInt(5)) + "-" + (9 + random.nextInt(4)) + ".");
        if (random.nextBoolean())
            record.data("526", "0 ", "aAccelerated Reader AR", "bMG", "c" + (1 + random.nextInt(8)) + ".4", "d5.0");
        for (var left = 2 + random.nextInt(4); left > 0; left--)
            record.data("650", " 1", "a" + Vocabulary.topic(random), "v" + Vocabulary.form(random) + ".");
        record.data("655", " 7", "a" + Vocabulary.genre(random) + ".", "2lcgft");
        if (random.nextInt(100) < 45) record.data("700", "1 ", "a" + Vocabulary.person(random) + ",", "eillustrator.");
        if (random.nextInt(6) == 0)
            record.data("856", "40", "uhttps://example.org/" + random.nextInt(1_000_000), "zOnline");
    }

    private static void copies(Iso2709Record record, long number, String call, String author, SplittableRandom random) {
        var copies = 1 + (random.nextInt(100) < 35 ? 1 : 0) + (random.nextInt(100) < 12 ? 1 : 0);
        for (var copy = 0; copy < copies; copy++) {
            record.data(
                    "852",
                    "8 ",
                    "aGEN",
                    "bS" + random.nextInt(SITES),
                    "h" + call,
                    "i" + author.substring(0, 3).toUpperCase(Locale.ROOT),
                    "p" + barcode(number * 3 + copy),
                    "9" + (6 + random.nextInt(20)) + ".95",
                    "t" + (copy + 1));
        }
    }

    /** 14 digits, the last one by Luhn, as library labels have it. */
    private static String barcode(long number) {
        var digits = String.format(Locale.ROOT, "3%012d", number);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private SplittableRandom random(long number, int part) {
        return new SplittableRandom((seed * 1_000_003 + number) * 31 + part);
    }
}
