package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.RowPosition;
import org.carrel.circulation.ChargeType;
import org.carrel.lists.ListKind;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.privacy.KeptData;
import org.carrel.search.Facet;
import org.carrel.search.Readers;
import org.carrel.search.SearchPage.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java/org/carrel/kiosk");
    private static final Pattern IN_PAGE = Pattern.compile("msg\\['([a-zA-Z0-9.-]+)']");
    private static final Pattern IN_CODE = Pattern.compile("words\\.text\\(\\s*\"([a-zA-Z0-9.-]+)\"[,)]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])");
    /** Grade 4 readers: K-5 of the kiosk rules. */
    private static final int MOST_WORDS = 12;

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(ScreenLanguage.ES)).isEqualTo(keys(ScreenLanguage.EN));
    }

    @Test
    void everyKeyThatAPageNamesExists() throws IOException {
        var named = found(PAGES, ".xhtml", IN_PAGE);
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(keys(ScreenLanguage.EN)).containsAll(named);
    }

    @Test
    void everyKeyThatCodeNamesExists() throws IOException {
        var named = found(SOURCES, ".java", IN_CODE);
        assertThat(named).isNotEmpty();
        assertThat(keys(ScreenLanguage.EN)).containsAll(named);
    }

    @Test
    void everyConstantShownToPeopleHasItsWords() {
        var wanted = Stream.of(
                        Arrays.stream(Kind.values()).map(kind -> "kind." + kind),
                        Arrays.stream(ShelfState.values()).map(state -> "availability." + state),
                        Arrays.stream(KeptData.values()).map(kind -> "kept." + kind),
                        Arrays.stream(KeptData.values()).map(kind -> "kept." + kind + ".why"),
                        Arrays.stream(ChargeType.values()).map(type -> "my.fee." + type),
                        Arrays.stream(Facet.values()).map(facet -> "facet." + facet),
                        Arrays.stream(ListKind.values()).map(kind -> "list.kind." + kind),
                        Arrays.stream(Readers.values())
                                .filter(readers -> readers != Readers.ALL)
                                .map(readers -> "list.readers." + readers),
                        Stream.of(Facet.IN, Facet.NEW, Facet.AWARD).map(facet -> "facet." + facet + ".yes"),
                        Arrays.stream(PlanPart.Kind.values()).map(kind -> "plan." + kind),
                        Arrays.stream(PlanPart.Kind.values())
                                .filter(kind -> kind != PlanPart.Kind.ROW && kind != PlanPart.Kind.HERE)
                                .map(kind -> "plan.the." + kind),
                        Arrays.stream(RowPosition.Side.values()).map(side -> "plan.beside." + side),
                        Arrays.stream(RowPosition.Area.values()).map(area -> "plan.area." + area),
                        Arrays.stream(RowPosition.Area.values()).map(area -> "plan.way." + area),
                        Arrays.stream(Understood.values())
                                .filter(as -> as != Understood.WORDS)
                                .map(as -> "results.as." + as))
                .flatMap(keys -> keys)
                .toList();
        assertThat(keys(ScreenLanguage.EN)).containsAll(wanted);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusHasATitleAndAText(ScreenLanguage language) {
        for (var status : List.of(400, 401, 403, 404, 405, 411, 413, 414, 421, 500, 501, 503)) {
            var problem = new ScreenProblem(status);
            assertThat(keys(language)).contains(problem.titleKey(), problem.textKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSentenceHasAStraightQuoteWhichMessageFormatWouldEat(ScreenLanguage language) {
        assertThat(sentences(language)).noneMatch(sentence -> sentence.contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceIsAMessageFormat(ScreenLanguage language) {
        for (var sentence : sentences(language)) {
            assertThatCode(() -> new MessageFormat(sentence, language.locale())).doesNotThrowAnyException();
        }
    }

    @Test
    void bothLanguagesFillInTheSameDetails() {
        for (var key : keys(ScreenLanguage.EN)) {
            assertThat(arguments(ScreenLanguage.ES, key)).as(key).isEqualTo(arguments(ScreenLanguage.EN, key));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sentencesAreShortEnoughForANineYearOld(ScreenLanguage language) {
        assertThat(sentences(language))
                .flatMap(text -> List.of(text.split("[.!?|]")))
                .allMatch(sentence -> sentence.strip().split("\\s+").length <= MOST_WORDS);
    }

    /** K-5. The formulas are for whole texts: what stands on one screen together counts as one. */
    @Test
    void k5NothingIsHarderToReadThanGradeFour() {
        assertThat(ReadingEase.english(List.copyOf(screens(ScreenLanguage.EN).values().stream()
                                .flatMap(List::stream)
                                .toList()))
                        .grade())
                .isLessThanOrEqualTo(2);
        screens(ScreenLanguage.EN).forEach((screen, texts) -> assertThat(
                        ReadingEase.english(texts).grade())
                .as("%s: %s", screen, texts)
                .isLessThanOrEqualTo(4));
        screens(ScreenLanguage.ES).forEach((screen, texts) -> assertThat(
                        ReadingEase.spanish(texts).inflesz())
                .as("%s: %s", screen, texts)
                .isGreaterThanOrEqualTo(80));
    }

    /** Sentences of one screen by the first part of their keys; single words and names of things are no text. */
    private static Map<String, List<String>> screens(ScreenLanguage language) {
        var bundle = Words.bundle(language);
        return bundle.keySet().stream()
                .filter(key -> !key.startsWith("keyboard.") && !key.startsWith("levels."))
                .sorted()
                .collect(Collectors.groupingBy(
                        key -> key.split("\\.", 2)[0],
                        TreeMap::new,
                        Collectors.mapping(key -> readable(bundle.getString(key)), Collectors.toList())))
                .entrySet()
                .stream()
                .map(screen -> Map.entry(
                        screen.getKey(),
                        screen.getValue().stream()
                                .filter(text -> text.split("\\s+", -1).length >= 4)
                                .toList()))
                .filter(screen -> !screen.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The longest choice, and a short name where one is filled in. */
    private static String readable(String pattern) {
        return pattern.replaceAll("\\{[0-9],choice,(?:[^{}|]*\\|)*[^{}|]*[<#]((?:[^{}]|\\{[^{}]*})*)}", "$1")
                .replaceAll("\\{[^{}]*}", "ten");
    }

    private static Set<String> keys(ScreenLanguage language) {
        return new TreeSet<>(Words.bundle(language).keySet());
    }

    private static List<String> sentences(ScreenLanguage language) {
        var bundle = Words.bundle(language);
        return bundle.keySet().stream().map(bundle::getString).toList();
    }

    private static Set<String> arguments(ScreenLanguage language, String key) {
        return ARGUMENT.matcher(Words.bundle(language).getString(key))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        return names;
    }
}
