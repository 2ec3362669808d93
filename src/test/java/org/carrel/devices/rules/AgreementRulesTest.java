package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.devices.Agreement;
import org.carrel.devices.AgreementAnswer;
import org.carrel.devices.AgreementAnswer.Way;
import org.carrel.devices.AgreementProblem;
import org.carrel.devices.AgreementSigning;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.rules.AgreementRules.Wanted;
import org.carrel.patrons.PatronCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has to sign what, and what counts as signed. */
class AgreementRulesTest {
    private static final Instant NOW = Instant.parse("2026-10-14T15:00:00Z");
    private static final Agreement CHROMEBOOKS = new Agreement(
            1,
            "Chromebooks",
            Optional.of("LMC"),
            Optional.of(PatronCategory.STUDENT),
            Optional.of(DeviceCategory.CHROMEBOOK),
            2026,
            2,
            "Words",
            "Palabras",
            NOW);

    private static AgreementAnswer answer(long id, int version, boolean accepted) {
        return new AgreementAnswer(id, 1, version, 9, accepted, Way.DESK, "Ana", "", NOW);
    }

    @ParameterizedTest(name = "{0} of {1} who wants a {2} in {3}: {4}")
    @CsvSource(textBlock = """
            STUDENT, LMC,  CHROMEBOOK, 2026, true
            STUDENT, lmc,  CHROMEBOOK, 2026, true
            TEACHER, LMC,  CHROMEBOOK, 2026, false
            STUDENT, EAST, CHROMEBOOK, 2026, false
            STUDENT, LMC,  CAMERA,     2026, false
            # another school year is another signature
            STUDENT, LMC,  CHROMEBOOK, 2027, false
            """)
    void anAgreementIsForSomePeopleAndSomeDevices(
            PatronCategory whom, String site, DeviceCategory what, int year, boolean applies) {
        var wanted = new Wanted(whom, site, Optional.of(what), year);
        assertThat(AgreementRules.applying(List.of(CHROMEBOOKS), wanted)).hasSize(applies ? 1 : 0);
    }

    @Test
    void theLastAnswerToTheLatestWordsCounts() {
        assertThat(AgreementRules.isSigned(CHROMEBOOKS, List.of())).isFalse();
        assertThat(AgreementRules.isSigned(CHROMEBOOKS, List.of(answer(1, 2, true))))
                .isTrue();
        assertThat(AgreementRules.isSigned(CHROMEBOOKS, List.of(answer(1, 1, true))))
                .as("other words")
                .isFalse();
        assertThat(AgreementRules.isSigned(CHROMEBOOKS, List.of(answer(2, 2, false), answer(1, 2, true))))
                .isFalse();
        assertThat(AgreementRules.isSigned(CHROMEBOOKS, List.of(answer(1, 2, false), answer(2, 2, true))))
                .isTrue();
    }

    private static Optional<AgreementProblem> problem(String signer, boolean ticked, String drawing) {
        return Signatures.problem(
                new AgreementSigning(UUID.randomUUID(), 9, 1, 2, true, Way.DESK, signer, ticked, drawing));
    }

    @Test
    void aDrawnLineOrATypedNameWithATickIsASignature() {
        assertThat(problem("Ana", true, "")).isEmpty();
        assertThat(problem("Ana", false, "M1 2L3 4L50 60M9 9L10 10")).isEmpty();
        assertThat(problem("Ana", false, "")).contains(AgreementProblem.NOT_SIGNED);
        assertThat(problem(" ", true, "")).contains(AgreementProblem.SIGNER_MISSING);
        assertThat(problem("A".repeat(201), true, "")).contains(AgreementProblem.SIGNER_TOO_LONG);
        assertThat(problem("Ana", true, "\"/><script>")).contains(AgreementProblem.BAD_DRAWING);
    }

    /** What is kept as a line is nothing but a line. */
    @Property
    void onlyLinesAreLines(@ForAll String text) {
        if (Signatures.isPath(text)) assertThat(text).matches("[ML0-9 ]+");
    }
}
