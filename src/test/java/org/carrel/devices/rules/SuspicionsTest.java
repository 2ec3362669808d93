package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.rules.Suspicions.Sight;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an export makes one look at (V5). */
class SuspicionsTest {
    private static final Instant SET = Instant.parse("2026-11-10T12:00:00Z");

    @ParameterizedTest(name = "{0}, {1}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # condition | holder | seen                 | user | used since           | why                                  | found
            READY       | 7      | 2026-11-20T08:00:00Z | 8    | 2026-11-15T08:00:00Z | with A, used by B for five days      | USED_BY_OTHER
            READY       | 7      | 2026-11-20T08:00:00Z | 8    | 2026-11-15T08:00:01Z | four days and a bit are a lesson     |
            READY       | 7      | 2026-11-20T08:00:00Z | 7    | 2026-11-01T08:00:00Z | used by who has it                   |
            READY       |        | 2026-11-20T08:00:00Z | 8    | 2026-11-01T08:00:00Z | nobody has it                        |
            READY       | 7      | 2026-11-20T08:00:00Z |      | 2026-11-01T08:00:00Z | used by somebody we do not know      |
            RETIRED     |        | 2026-11-20T08:00:00Z |      |                      | retired, and seen yesterday          | RETIRED_ONLINE
            RETIRED     |        | 2026-11-10T11:59:00Z |      |                      | seen before it was retired           |
            RETIRED     |        |                      |      |                      | never seen                           |
            MISSING     |        | 2026-11-20T08:00:00Z |      |                      | missing, but online                  | MISSING_ONLINE
            STOLEN      |        | 2026-11-20T08:00:00Z |      |                      | stolen, but online                   | MISSING_ONLINE
            BROKEN      |        | 2026-11-20T08:00:00Z |      |                      | broken and online is possible        |
            """)
    void v5(DeviceCondition condition, Long holder, Instant seen, Long user, Instant since, String why, String found) {
        var sight = new Sight(
                condition,
                SET,
                Optional.ofNullable(holder),
                Optional.ofNullable(seen),
                "ACTIVE",
                Optional.ofNullable(user),
                Optional.ofNullable(since),
                "",
                "");
        assertThat(names(Suspicions.of(sight))).as(why).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            DEPROVISIONED  | READY       | GONE_IN_CONSOLE
            DISABLED       | READY       | GONE_IN_CONSOLE
            Lost Mode      | READY       | GONE_IN_CONSOLE
            Retire pending | READY       | GONE_IN_CONSOLE
            DEPROVISIONED  | RETIRED     |
            DEPROVISIONED  | NEEDS_CHECK |
            ACTIVE         | READY       |
            a new word     | READY       |
            """)
    void v5ADeviceThatTheConsoleHasLetGoIsNotLentUnseen(String status, DeviceCondition condition, String found) {
        var sight = new Sight(
                condition, SET, Optional.empty(), Optional.empty(), status, Optional.empty(), Optional.empty(), "", "");
        assertThat(names(Suspicions.of(sight))).isEqualTo(found == null ? "" : found);
    }

    private static String names(List<Suspicion> found) {
        return found.stream().map(one -> one.kind().name()).collect(Collectors.joining(","));
    }
}
