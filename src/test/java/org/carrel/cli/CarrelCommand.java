package org.carrel.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.DatabaseSettings;

/** The command line as a person calls it, in this process and on the database of a test. */
public final class CarrelCommand {
    private final Map<String, String> settings;

    /** @param home where its log goes */
    public CarrelCommand(DatabaseSettings database, Path home) {
        this(database, home, Map.of());
    }

    /** @param more settings by their keys */
    public CarrelCommand(DatabaseSettings database, Path home, Map<String, String> more) {
        this.settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "carrel.home", home.toString(),
                "carrel.db.url", database.url(),
                "carrel.db.user", database.user(),
                "carrel.db.password", database.password()));
    }

    /** {@code import --json} of these files for site HARD; {@code options} as {@code --commit}. */
    public JsonObject importing(List<String> options, List<Path> files) {
        var arguments = new ArrayList<>(List.of("import", "--site", "HARD", "--json"));
        arguments.addAll(options);
        files.forEach(file -> arguments.add(file.toString()));
        try (var reader = Json.createReader(new StringReader(run(arguments)))) {
            return reader.readObject();
        }
    }

    /** What the command printed; its errors too. */
    public String run(List<String> arguments) {
        var printed = new StringWriter();
        settings.forEach(System::setProperty);
        try {
            var line = Carrel.commandLine().setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
            line.execute(arguments.toArray(String[]::new));
            return printed.toString();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }
}
