package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.catalog.SettingsProblem;
import org.carrel.platform.web.ScreenLanguage;
import org.junit.jupiter.api.Test;

/** Every choice of a profile's form, and everything that can be wrong with it, has its words. */
class ProfileWordsTest {
    @Test
    void everyConstantHasItsWords() {
        var ruleFields = Arrays.stream(RuleKind.values()).flatMap(kind -> kind.fields().stream());
        var wanted = Stream.of(
                        keys("copyPart.", CopyMap.Part.values()),
                        keys("priceForm.", CopyMap.PriceForm.values()),
                        keys("overlayWay.", OverlayRow.Way.values()),
                        keys("profile.copies.", CopySource.Form.values()),
                        Stream.of("profile.copies.DETECT", "profile.copies.MAP"),
                        keys("profile.answer.", PlaceAnswer.Kind.values()),
                        keys("ruleKind.", RuleKind.values()),
                        ruleFields.map(field -> "ruleField." + field),
                        keys("settingsProblem.", SettingsProblem.Problem.values()))
                .flatMap(keys -> keys)
                .toList();
        assertThat(StaffWords.bundle(ScreenLanguage.EN).keySet()).containsAll(wanted);
    }

    private static Stream<String> keys(String prefix, Enum<?>[] constants) {
        return List.of(constants).stream().map(constant -> prefix + constant.name());
    }
}
