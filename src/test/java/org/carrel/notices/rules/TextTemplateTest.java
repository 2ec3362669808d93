package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.notices.NoticeField;
import org.carrel.notices.NoticeKind;
import org.carrel.notices.NoticeLanguage;
import org.carrel.notices.NoticeText;
import org.carrel.notices.TextProblem;
import org.carrel.notices.TextProblem.Kind;
import org.carrel.notices.TextProblem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextTemplateTest {
    private static final String GOOD = "Hello {name}\n{things}";

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        var problems = TextTemplate.check(
                NoticeKind.OVERDUE, "For {name} {count}", "Hello {name},\n  {thigns} and {until}\nthe end }");
        assertThat(problems)
                .extracting(
                        TextProblem::place,
                        TextProblem::kind,
                        TextProblem::line,
                        TextProblem::column,
                        TextProblem::detail)
                .containsExactly(
                        tuple(Place.SUBJECT, Kind.NOT_IN_SUBJECT, 1, 5, "{name}"),
                        tuple(Place.BODY, Kind.UNKNOWN, 2, 3, "{thigns}"),
                        tuple(Place.BODY, Kind.UNKNOWN, 2, 16, "{until}"),
                        tuple(Place.BODY, Kind.BRACE, 3, 9, "{"),
                        tuple(Place.BODY, Kind.MISSING, 0, 0, "{things}"));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(textBlock = """
            # nothing stands there
            '',                   '{things}',             SUBJECT, EMPTY
            Due,                  '  ',                   BODY,    EMPTY
            # titles, names and money over a shoulder
            'You have {things}',  'x {things}',           SUBJECT, NOT_IN_SUBJECT
            '{amount} to pay',    'x {things}',           SUBJECT, NOT_IN_SUBJECT
            # braces
            Due,                  '{things} {name',       BODY,    BRACE
            Due,                  '{things} {{name}',     BODY,    BRACE
            Due,                  '{things} {na{name}',   BODY,    BRACE
            Due,                  '{things} {}',          BODY,    UNKNOWN
            Due,                  '{things} { name }',    BODY,    UNKNOWN
            Due,                  '{things} {NAME}',      BODY,    UNKNOWN
            Due,                  '{things} #{7*7} ',     BODY,    UNKNOWN
            """)
    void aTextIsRefused(String subject, String body, Place place, Kind kind) {
        assertThat(TextTemplate.check(NoticeKind.LOST, subject, body)).anySatisfy(problem -> {
            assertThat(problem.place()).isEqualTo(place);
            assertThat(problem.kind()).isEqualTo(kind);
        });
    }

    @Test
    void aTextIsNotEndlessAndASubjectIsOneLine() {
        var long1 = "x".repeat(NoticeText.MAX_SUBJECT + 1);
        assertThat(TextTemplate.check(NoticeKind.LOST, long1, GOOD))
                .extracting(TextProblem::kind)
                .containsExactly(Kind.TOO_LONG);
        var long2 = GOOD + "x".repeat(NoticeText.MAX_BODY);
        assertThat(TextTemplate.check(NoticeKind.LOST, "Lost", long2))
                .extracting(TextProblem::kind)
                .containsExactly(Kind.TOO_LONG);
        assertThat(TextTemplate.check(NoticeKind.LOST, "Lost\r\nBcc: x@y", GOOD))
                .extracting(TextProblem::kind)
                .containsExactly(Kind.NOT_ONE_LINE);
    }

    @ParameterizedTest
    @EnumSource
    void theWordsThatCarrelBringsAreFine(NoticeKind kind) {
        for (var language : NoticeLanguage.values()) {
            var text = Wording.standard(kind, language);
            assertThat(TextTemplate.check(kind, text.subject(), text.body())).isEmpty();
            assertThat(text.isOwn()).isFalse();
        }
    }

    @Test
    void bracesThatAreMeantAsSuchStay() {
        assertThat(TextTemplate.check(NoticeKind.LOST, "a {{b}}", "{{name}} {things}"))
                .isEmpty();
        assertThat(TextTemplate.fill("{{name}} {name} }}{{", Map.of(NoticeField.NAME, "Zoë")))
                .isEqualTo("{name} Zoë }{");
    }

    /** Whatever a name or a title is, it stands there as it is (ST-02). */
    @Property
    void whatIsFilledInIsNeverLookedAtAgain(@ForAll String name, @ForAll String things) {
        var values = new HashMap<NoticeField, String>();
        values.put(NoticeField.NAME, name + "{things}#{7*7}${7*7}{0}");
        values.put(NoticeField.THINGS, things);
        assertThat(TextTemplate.fill("<{name}|{things}|{count}>", values))
                .isEqualTo("<" + name + "{things}#{7*7}${7*7}{0}|" + things + "|>");
    }

    @Property
    void noTextBreaksTheCheckAndAGoodOneIsFilled(@ForAll String subject, @ForAll String body) {
        var problems = TextTemplate.check(NoticeKind.HOLD_READY, subject, body);
        var filled = TextTemplate.fill(body, Map.of());
        if (problems.isEmpty()) assertThat(filled).doesNotContain("{things}");
    }
}
