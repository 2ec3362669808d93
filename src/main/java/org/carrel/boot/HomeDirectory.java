package org.carrel.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Where a school's data, index, logs and unpacked programs live: {@code carrel.home}. */
public final class HomeDirectory {
    private HomeDirectory() {}

    /** {@code --home}, else the system property, else CARREL_HOME, else {@code carrel-home} beside the jar. */
    public static Path of(List<String> arguments, Properties properties, Map<String, String> environment, Path jar) {
        var chosen = option(arguments);
        if (chosen.isEmpty()) chosen = properties.getProperty("carrel.home", "");
        if (chosen.isEmpty()) chosen = environment.getOrDefault("CARREL_HOME", "");
        var home = chosen.isEmpty() ? jar.resolveSibling("carrel-home") : Path.of(chosen);
        return home.toAbsolutePath().normalize();
    }

    private static String option(List<String> arguments) {
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (argument.startsWith("--home=")) return argument.substring("--home=".length());
            if (argument.equals("--home") && i + 1 < arguments.size()) return arguments.get(i + 1);
        }
        return "";
    }
}
