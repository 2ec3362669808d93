package org.carrel.circulation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.Lending;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.rules.LoanRuleFile;
import org.junit.jupiter.api.Test;

class RuleTableJsonTest {
    @Test
    void whatIsWrittenIsRead() throws IOException {
        var first = LoanRuleFile.read(Files.readString(Path.of("config/loan-rules.csv")))
                .table();
        var schedule = new LoanSchedule(
                "Two “halves”",
                List.of(new LoanSchedule.Row(
                        Lending.day("2026-08-17"), Lending.day("2027-01-15"), Lending.day("2027-01-08"))));
        var group = new LimitGroup("Cameras", Optional.of("LMC"), Optional.empty(), 0, List.of("CAMERA"));
        var table = new LoanRuleTable(first.rules(), List.of(first.groups().getFirst(), group), List.of(schedule));
        assertThat(RuleTableJson.read(RuleTableJson.write(table))).isEqualTo(table);
    }

    @Test
    void whatALaterProgramHasForgottenIsLeftOut() {
        var read = RuleTableJson.read("""
                {"rules":[{"for":["","",""],"says":{"period":"14 days","colour":"red"}}],"groups":[],"schedules":[]}""");
        assertThat(read.rules()).hasSize(1);
        assertThat(read.rules().getFirst().values()).hasSize(1);
    }
}
