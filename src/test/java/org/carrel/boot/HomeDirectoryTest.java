package org.carrel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HomeDirectoryTest {
    private static final Path JAR = Path.of("/opt/carrel/carrel.jar");

    @Test
    void isBesideTheJarWhenNothingElseIsSaid() {
        assertThat(home(List.of("serve"))).isEqualTo(Path.of("/opt/carrel/carrel-home"));
    }

    @Test
    void isWhatTheOptionSaysBeforeOrAfterTheCommand() {
        assertThat(home(List.of("--home", "/srv/a", "serve"))).isEqualTo(Path.of("/srv/a"));
        assertThat(home(List.of("serve", "--home=/srv/b"))).isEqualTo(Path.of("/srv/b"));
    }

    @Test
    void anOptionWithoutItsValueIsLeftToTheCommandLine() {
        assertThat(home(List.of("serve", "--home"))).isEqualTo(Path.of("/opt/carrel/carrel-home"));
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironmentAndTheOptionOverBoth() {
        var properties = new Properties();
        var environment = Map.of("CARREL_HOME", "/srv/environment");
        assertThat(HomeDirectory.of(List.of(), properties, environment, JAR)).isEqualTo(Path.of("/srv/environment"));
        properties.setProperty("carrel.home", "/srv/property");
        assertThat(HomeDirectory.of(List.of(), properties, environment, JAR)).isEqualTo(Path.of("/srv/property"));
        assertThat(HomeDirectory.of(List.of("--home=/srv/option"), properties, environment, JAR))
                .isEqualTo(Path.of("/srv/option"));
    }

    private static Path home(List<String> arguments) {
        return HomeDirectory.of(arguments, new Properties(), Map.of(), JAR);
    }
}
