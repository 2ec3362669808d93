package org.carrel.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What was set and where. The later call wins: the file, then the environment, then system properties, then the command
 * line. Not safe for use by several threads.
 */
public final class SettingSources {
    /**
     * Names that programs of Carrel and its tests hand to each other: no setting of a person. The last is Payara's: it
     * keeps the cookie attribute of an application in a system property with the application's name before it.
     */
    private static final String[] NOT_SETTINGS = {"carrel.internal.", "carrel.test.", "carrel.sameSite"};

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    private record Value(String text, String origin) {}

    /** A properties file in UTF-8; nothing happens when there is none. Throws {@link SettingProblem} for unknown names. */
    public SettingSources file(Path file) {
        if (!Files.isRegularFile(file)) return this;
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (MalformedInputException | IllegalArgumentException e) {
            throw new SettingProblem("The settings in " + file + " are not a properties file in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var name : properties.stringPropertyNames()) {
            set(name, properties.getProperty(name), "in " + file);
        }
        return this;
    }

    /** Names that are no setting are left alone: other programs and Kubernetes put CARREL_… there, too. */
    public SettingSources environment(Map<String, String> environment) {
        for (var setting : Setting.values()) {
            var text = environment.get(setting.environmentName());
            if (text != null) put(setting, text, "by the environment variable " + setting.environmentName());
        }
        return this;
    }

    /** Those that start with {@code carrel.}; throws {@link SettingProblem} for unknown ones. */
    public SettingSources systemProperties(Properties properties) {
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith("carrel.") && !isInternal(name))
                set(name, properties.getProperty(name), "by -D" + name);
        }
        return this;
    }

    public SettingSources option(Setting setting, String text) {
        put(setting, text, "on the command line");
        return this;
    }

    String text(Setting setting) {
        var value = values.get(setting);
        return value == null ? setting.standard() : value.text();
    }

    /** Says what is wrong with the text of this setting. */
    SettingProblem problem(Setting setting) {
        var value = values.get(setting);
        var origin = value == null ? "" : " (set " + value.origin() + ")";
        var text = setting == Setting.DB_PASSWORD || setting == Setting.OIDC_CLIENT_SECRET
                ? ""
                : " is \"" + text(setting) + "\"";
        return new SettingProblem(setting.key() + text + origin + ", but it must be " + setting.allowed() + ".");
    }

    private void set(String name, String text, String origin) {
        var setting = Setting.named(name)
                .orElseThrow(() -> new SettingProblem("There is no setting " + name + " (set " + origin + ")."
                        + " The settings are " + allNames() + "."));
        put(setting, text, origin);
    }

    private void put(Setting setting, String text, String origin) {
        values.put(setting, new Value(text.strip(), origin));
    }

    private static boolean isInternal(String name) {
        return Arrays.stream(NOT_SETTINGS).anyMatch(name::startsWith);
    }

    private static String allNames() {
        return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    }
}
