package org.carrel.copycataloging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.carrel.copycataloging.TargetDraft;
import org.carrel.copycataloging.TargetKind;
import org.carrel.copycataloging.TargetProblem;
import org.carrel.copycataloging.TargetProblem.Field;
import org.carrel.copycataloging.TargetProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetRulesTest {
    private static final Map<Field, String> SRU = Map.of(
            Field.NAME,
            "Library of Congress",
            Field.KIND,
            "SRU_HTTP",
            Field.HOST,
            "LX2.loc.gov",
            Field.PORT,
            "210",
            Field.PATH,
            "/LCDB",
            Field.SYNTAX,
            "marcxml",
            Field.INDEX,
            "bath.isbn",
            Field.SECONDS,
            "5",
            Field.PLACE,
            "10");

    private static TargetDraft with(Field field, String text) {
        var texts = new EnumMap<>(SRU);
        texts.put(field, text);
        return new TargetDraft(texts, true, false);
    }

    @Test
    void whatIsRightBecomesATarget() {
        var draft = new TargetDraft(SRU, true, false);
        assertThat(TargetRules.check(draft)).isEmpty();
        var target = TargetRules.target(7, draft);
        assertThat(target.id()).isEqualTo(7);
        assertThat(target.kind()).isEqualTo(TargetKind.SRU_HTTP);
        assertThat(target.host()).isEqualTo("lx2.loc.gov");
        assertThat(target.path()).isEqualTo("LCDB");
        assertThat(target.enabled()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            NAME,    '',                           MISSING
            HOST,    '',                           MISSING
            HOST,    http://lx2.loc.gov,           NO_HOST
            HOST,    user@lx2.loc.gov,             NO_HOST
            HOST,    lx2.loc.gov/LCDB,             NO_HOST
            HOST,    a b,                          NO_HOST
            PORT,    0,                            NO_NUMBER
            PORT,    65536,                        NO_NUMBER
            PORT,    x,                            NO_NUMBER
            PATH,    LC DB,                        NOT_SUCH
            PATH,    LCDB?x,                       NOT_SUCH
            INDEX,   'bath.isbn or',               NOT_SUCH
            SYNTAX,  '',                           MISSING
            SECONDS, 21,                           NO_NUMBER
            PLACE,   -1,                           NO_NUMBER
            """)
    void whatIsWrongIsToldAtItsField(Field field, String text, Kind kind) { // ST-11
        assertThat(TargetRules.check(with(field, text)))
                .singleElement()
                .extracting(TargetProblem::field, TargetProblem::kind)
                .containsExactly(field, kind);
    }

    @Test
    void noLineOfARequestCanBeEndedByAPath() { // ST-11
        assertThat(TargetRules.check(with(Field.PATH, "LCDB\r\nHost: elsewhere")))
                .isNotEmpty();
        assertThat(TargetRules.check(with(Field.HOST, "lx2.loc.gov\r\nX: y"))).isNotEmpty();
    }

    @Test
    void z3950NeedsASyntaxAndANumber() {
        var draft = with(Field.KIND, "Z39_50");
        assertThat(TargetRules.check(draft))
                .extracting(TargetProblem::kind)
                .containsExactly(Kind.NO_SYNTAX, Kind.NO_ATTRIBUTE);
    }
}
