package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTagsTest {
    @ParameterizedTest(name = "B82: \"{0}\" of a console says nothing")
    @ValueSource(strings = {"", " ", "No Asset Tag", "no asset information", "N/A", "0", "None", "Asset-1234567890"})
    void aPlaceholderOfAConsoleIsNoTag(String read) {
        assertThat(AssetTags.said(read)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\" is a tag, and keeps its zeros")
    @ValueSource(strings = {"000103", "CB-000101", "101"})
    void aTagIsKeptAsItIs(String read) {
        assertThat(AssetTags.said(" " + read + " ")).hasValue(read);
    }

    @ParameterizedTest(name = "a scanner reads \"{0}\" back")
    @ValueSource(strings = {"CB-000101", "P 123", "a/b#1"})
    void printableSignsAreRead(String tag) {
        assertThat(AssetTags.isReadable(tag)).isTrue();
    }

    @ParameterizedTest(name = "no scanner reads \"{0}\" back")
    @ValueSource(strings = {"", "Zoë-1", "A\tB", "A\u00a0B", " A"})
    void othersAreNot(String tag) {
        assertThat(AssetTags.isReadable(tag)).isFalse();
    }
}
