package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleAddressTest {
    private static ScheduleAddress of(String... pairs) {
        var texts = new HashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) texts.put(pairs[i], pairs[i + 1]);
        return ScheduleAddress.of(new FormTexts(texts));
    }

    @Test
    void anAddressIsReadAsItIsWritten() {
        var address = new ScheduleAddress(
                "LMC", Optional.of(LocalDate.of(2027, 3, 1)), true, Set.of(3L, 12L), OptionalLong.of(5));
        assertThat(address.path()).isEqualTo("/schedule?site=LMC&day=2027-03-01&view=day&only=3,12&move=5");
        assertThat(of("site", "LMC", "day", "2027-03-01", "view", "day", "only", "3,12", "move", "5"))
                .isEqualTo(address);
    }

    @Test
    void whatIsNoDayAndNoNumberIsLeftOut() {
        var address = of("day", "2027-02-30", "only", "x,-1,,7", "move", "1' or '1'='1", "view", "month");
        assertThat(address.day()).isEmpty();
        assertThat(address.only()).containsExactly(7L);
        assertThat(address.move()).isEmpty();
        assertThat(address.byDay()).isFalse();
    }

    @Test
    void aThingIsShownAloneAndLeftOutAgain() {
        var all = ScheduleAddress.of(new FormTexts(Map.of("site", "LMC")));
        assertThat(all.shows(4)).isTrue();
        var one = all.toggled(4);
        assertThat(one.shows(4)).isTrue();
        assertThat(one.shows(5)).isFalse();
        assertThat(one.toggled(4)).isEqualTo(all);
    }
}
