package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.BatchStep.AddField;
import org.carrel.catalog.BatchStep.ChangeText;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.BatchRules.Result;
import org.junit.jupiter.api.Test;

class BatchRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static Result<MarcRecord> of(BatchStep.OfRecord step, MarcRecord record) {
        return BatchRules.record(step, record, TODAY);
    }

    @Test
    void textIsReplacedInTheNamedSubfieldAlone() {
        var step = new ChangeText(new HouseRule.ReplaceText("650", "a", "Whales", "Orcas"));
        var record = Marc.book("245 10 $aWhales", "650 #0 $aWhales$xWhales", "651 #0 $aWhales");
        assertThat(of(step, record))
                .isEqualTo(new Result.Changed<>(
                        Marc.book("245 10 $aWhales", "650 #0 $aOrcas$xWhales", "651 #0 $aWhales")));
        assertThat(of(step, Marc.book("245 10 $aWhales"))).isEqualTo(new Result.Same<>());
    }

    @Test
    void aFieldIsAddedInItsPlaceAndOnce() {
        var step = new AddField(Marc.data("590 ## $aGift of the class of 2026"));
        var record = Marc.book("245 10 $aWhales", "650 #0 $aWhales");
        var with = Marc.book("245 10 $aWhales", "590 ## $aGift of the class of 2026", "650 #0 $aWhales");
        assertThat(of(step, record)).isEqualTo(new Result.Changed<>(with));
        assertThat(of(step, with)).isEqualTo(new Result.Same<>());
    }

    @Test
    void aFieldThatARecordHasOnceIsNotAddedToOneThatHasIt() {
        var step = new AddField(Marc.data("100 1# $aTester, Nora"));
        assertThat(of(step, Marc.book("100 1# $aOther, Olga", "245 10 $aWhales")))
                .isEqualTo(new Result.Refused<>(BatchRefusal.FIELD_ONCE, "100"));
        assertThat(of(step, Marc.book("245 10 $aWhales"))).isInstanceOf(Result.Changed.class);
    }

    @Test
    void whatIsWrongAlreadyIsNotRefusedForThat() {
        var step = new AddField(Marc.data("590 ## $aGift"));
        assertThat(of(step, Marc.record(Marc.BOOK_LEADER, "", "500 ## $aNo title here")))
                .isInstanceOf(Result.Changed.class);
    }

    @Test
    void aCallNumberThatWouldNotFitIsRefused() {
        var rule = new HouseRule.ReplaceCallNumberPrefix("F", "F".repeat(120));
        var number = new CallNumber("", "F", "ROW", "");
        assertThat(BatchRules.callNumber(rule, Marc.book("245 10 $aX"), number))
                .isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(refused.why())
                        .isEqualTo(BatchRefusal.TOO_LONG));
        var fiction = new HouseRule.ReplaceCallNumberPrefix("F", "FIC");
        assertThat(BatchRules.callNumber(fiction, Marc.book("245 10 $aX"), number))
                .isEqualTo(new Result.Changed<>(new CallNumber("", "FIC", "ROW", "")));
    }

    /** What cannot change anything twice: the same batch again finds nothing to do. */
    @Property
    void doneAgainItChangesNothing(@ForAll("records") MarcRecord record, @ForAll("steps") BatchStep.OfRecord step) {
        if (of(step, record) instanceof Result.Changed<MarcRecord> changed)
            assertThat(of(step, changed.becomes())).isEqualTo(new Result.Same<>());
    }

    @Property
    void theTitleAndTheControlNumberStay(
            @ForAll("records") MarcRecord record, @ForAll("steps") BatchStep.OfRecord step) {
        if (!(of(step, record) instanceof Result.Changed<MarcRecord> changed)) return;
        var becomes = changed.becomes();
        assertThat(becomes.leader()).isEqualTo(record.leader());
        assertThat(becomes.control("001")).isEqualTo(record.control("001"));
        assertThat(becomes.data("245")).isNotEmpty();
    }

    @Provide
    static Arbitrary<MarcRecord> records() {
        var fields = Arbitraries.of(
                "500 ## $aA note",
                "590 ## $aGift",
                "650 #0 $aWhales$vJuvenile fiction",
                "650 #7 $aWhales$2sears",
                "655 #7 $aFiction$2gsafd",
                "700 1# $aOther, Olga");
        return fields.list().ofMaxSize(6).map(more -> {
            var all = new ArrayList<String>(List.of("001 x-1", "245 10 $aWhales /$cNora Tester"));
            all.addAll(more);
            return Marc.book(all.toArray(String[]::new));
        });
    }

    @Provide
    static Arbitrary<BatchStep.OfRecord> steps() {
        var tags = Arbitraries.of("245", "500", "590", "650", "65X", "700", "XXX");
        var codes = Arbitraries.of("a", "c", "v", "2");
        Arbitrary<BatchStep.OfRecord> replaced = Combinators.combine(tags, codes)
                .as((tag, code) -> new ChangeText(new HouseRule.ReplaceText(tag, code, "Whales", "Orcas")));
        Arbitrary<BatchStep.OfRecord> dropped = tags.map(tag -> new ChangeText(new HouseRule.DropFields(tag)));
        Arbitrary<BatchStep.OfRecord> deleted = Combinators.combine(tags, codes)
                .as((tag, code) -> new ChangeText(new HouseRule.DeleteSubfield(tag, code)));
        Arbitrary<BatchStep.OfRecord> added = Arbitraries.of("590 ## $aGift", "650 #0 $aOrcas", "100 1# $aTester, Nora")
                .map(line -> new AddField(Marc.data(line)));
        Arbitrary<BatchStep.OfRecord> subjects = Arbitraries.of("sears", "lcsh", "gsafd")
                .map(source -> new ChangeText(new HouseRule.DropSubjects(source)));
        return Arbitraries.oneOf(replaced, dropped, deleted, added, subjects);
    }
}
