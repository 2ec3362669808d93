package org.carrel.labels.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.carrel.catalog.CallNumber;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.LabelTrouble.Kind;
import org.junit.jupiter.api.Test;

/** Call numbers on labels of any size, in a font in which every character is as wide as 0.6 of its size. */
class SpineBreakingTest {
    private static final TextWidth FONT = text -> 0.6 * text.length();
    private static final double ENOUGH = 500;

    private static SpineLines fit(CallNumber number, double width, double height) {
        return SpineBreaking.fit(SpineParts.of(SpinePartsTest.copy(number, "", "", 1)), width, height, FONT);
    }

    private static CallNumber dewey(String classNumber) {
        return new CallNumber("", classNumber, "HAZ", "");
    }

    @Test
    void largeTypeIsUsedWhereThereIsRoom() {
        var spine = fit(new CallNumber("", "FIC", "ROW", ""), ENOUGH, ENOUGH);
        assertThat(spine).isEqualTo(new SpineLines(List.of("FIC", "ROW"), SpineBreaking.LARGEST, List.of()));
    }

    @Test
    void smallerTypeComesBeforeABreak() {
        // eight characters of 10 points are 48 points wide
        var spine = fit(dewey("641.5945"), 48, ENOUGH);
        assertThat(spine).isEqualTo(new SpineLines(List.of("641.5945", "HAZ"), 10, List.of()));
    }

    @Test
    void decimalsAreBrokenWhereItIsSensible() {
        assertThat(fit(dewey("641.5945"), 44, ENOUGH).lines()).containsExactly("641.59", "45", "HAZ");
        assertThat(fit(dewey("641.594"), 30, ENOUGH).lines())
                .as("one digit never stands alone, neither last nor behind the point")
                .containsExactly("641", ".594", "HAZ");
        assertThat(fit(dewey("641.59450973"), 44, ENOUGH).lines()).containsExactly("641.59", "450973", "HAZ");
    }

    @Test
    void namesAreBrokenBetweenWords() {
        var spine = fit(new CallNumber("", "B", "VAN GOGH VINCENT", ""), 50, ENOUGH);
        assertThat(spine.lines()).containsExactly("B", "VAN", "GOGH", "VINCENT");
        assertThat(spine.troubles()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsBrokenAndSaid() {
        var spine = fit(new CallNumber("", "B", "CHARLEMAGNE", ""), 30, ENOUGH);
        assertThat(spine.lines()).containsExactly("B", "CHARLEM", "AGNE");
        assertThat(spine.troubles()).containsExactly(new LabelTrouble(Kind.BROKEN_WORD, "CHARLEMAGNE"));
    }

    @Test
    void whatIsTooTallGetsSmallAndIsSaid() {
        var spine = fit(new CallNumber("SP REF", "641.5", "HAZ", "v. 2"), ENOUGH, 30);
        assertThat(spine.lines()).containsExactly("SP", "REF", "641.5", "HAZ", "v. 2");
        assertThat(spine.troubles()).extracting(LabelTrouble::kind).containsExactly(Kind.SMALL_TYPE);
        assertThat(spine.size()).isLessThan(SpineBreaking.READABLE);
    }

    @Property(tries = 2_000)
    void nothingIsLostAndAllOfItFits(
            @ForAll("numbers") CallNumber number,
            @ForAll @DoubleRange(min = 28, max = 200) double width,
            @ForAll @DoubleRange(min = 18, max = 120) double height) {
        var spine = fit(number, width, height);
        assertThat(plain(String.join("", spine.lines()))).isEqualTo(plain(number.text()));
        assertThat(spine.lines()).allMatch(line -> FONT.fits(line, spine.size(), width));
        assertThat(spine.lines().size() * spine.size() * SpineLines.LEADING).isLessThanOrEqualTo(height);
        if (spine.troubles().isEmpty()) assertThat(spine.size()).isGreaterThanOrEqualTo(SpineBreaking.READABLE);
    }

    /** Words are broken within themselves only when it is said. */
    @Property(tries = 2_000)
    void whatIsNotSaidStandsOnItsLine(
            @ForAll("numbers") CallNumber number, @ForAll @DoubleRange(min = 28, max = 200) double width) {
        var spine = fit(number, width, ENOUGH);
        if (spine.troubles().stream().anyMatch(trouble -> trouble.kind() == Kind.BROKEN_WORD)) return;
        for (var word : List.of(number.cutter().split(" ")))
            assertThat(String.join(" ", spine.lines())).contains(word);
    }

    private static String plain(String text) {
        return text.replace(" ", "");
    }

    @Provide
    Arbitrary<CallNumber> numbers() {
        var prefix = Arbitraries.of("", "REF", "SP", "SP REF", "GN");
        var decimals = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12);
        var dewey = Combinators.combine(Arbitraries.integers().between(0, 999), decimals)
                .as((whole, behind) -> String.format("%03d.%s", whole, behind));
        var classes = Arbitraries.oneOf(Arbitraries.of("FIC", "E", "B", "PZ7", "QA76.73", "PZ7.R79835"), dewey);
        var word = Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(20);
        var cutter = word.list().ofMinSize(1).ofMaxSize(3).map(words -> words.stream()
                .collect(Collectors.joining(" ")));
        var suffix = Arbitraries.of("", "v. 2", "1999", "v. 12 1999", "pt. 1");
        return Combinators.combine(prefix, classes, cutter, suffix).as(CallNumber::new);
    }
}
