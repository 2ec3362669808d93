package org.carrel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeDirectoryTest {
    private static final Path JAR = Path.of("/opt/carrel/carrel.jar");

    @Test
    void isBesideTheJarWhenNothingElseIsSaid() {
        assertThat(HomeDirectory.of(List.of("serve"), JAR)).isEqualTo(Path.of("/opt/carrel/carrel-home"));
    }

    @Test
    void isWhatTheOptionSaysBeforeOrAfterTheCommand() {
        assertThat(HomeDirectory.of(List.of("--home", "/srv/a", "serve"), JAR)).isEqualTo(Path.of("/srv/a"));
        assertThat(HomeDirectory.of(List.of("serve", "--home=/srv/b"), JAR)).isEqualTo(Path.of("/srv/b"));
    }

    @Test
    void anOptionWithoutItsValueIsLeftToTheCommandLine() {
        assertThat(HomeDirectory.of(List.of("serve", "--home"), JAR)).isEqualTo(Path.of("/opt/carrel/carrel-home"));
    }
}
