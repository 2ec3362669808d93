package org.carrel.privacy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import org.carrel.privacy.PersonFile.Look;
import org.carrel.privacy.PersonFile.Section;

/** A {@link PersonFile} for programs. */
public final class PersonFileJson {
    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private PersonFileJson() {}

    public static String write(PersonFile file) {
        var data = Json.createObjectBuilder();
        for (var section : file.sections()) data.add(section.table(), rows(section));
        var json = Json.createObjectBuilder()
                .add("person", file.patron())
                .add("name", file.name())
                .add("made", file.made().toString())
                .add("data", data)
                .add("looks", looks(file));
        var text = new StringWriter();
        try (var writer = WRITERS.createWriter(text)) {
            writer.writeObject(json.build());
        }
        return text.toString().strip() + "\n";
    }

    private static JsonArrayBuilder rows(Section section) {
        var rows = Json.createArrayBuilder();
        for (var row : section.rows()) {
            var object = Json.createObjectBuilder();
            row.forEach(object::add);
            rows.add(object);
        }
        return rows;
    }

    private static JsonArrayBuilder looks(PersonFile file) {
        var looks = Json.createArrayBuilder();
        for (var look : file.looks()) looks.add(look(look));
        return looks;
    }

    private static JsonObjectBuilder look(Look look) {
        return Json.createObjectBuilder()
                .add("at", look.at().toString())
                .add("who", look.who())
                .add("action", look.action())
                .add("why", look.why());
    }
}
