package org.carrel.patrons.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronMerge.Moved;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.rules.MergeMemory;
import org.carrel.patrons.rules.MergeMemory.Key;

/** What a merge has moved, as it is kept: ids and names of fields. Merges of earlier times have less of it. */
final class MergeJson {
    private MergeJson() {}

    static String write(Moved moved, Set<PatronField> fields, MergeMemory memory) {
        var holdings = Json.createObjectBuilder();
        new TreeMap<>(moved.holdings()).forEach((kind, ids) -> holdings.add(kind, Json.createArrayBuilder(ids)));
        return Json.createObjectBuilder()
                .add("cards", Json.createArrayBuilder(moved.cards()))
                .add("blocks", Json.createArrayBuilder(moved.blocks()))
                .add("sourcedIds", Json.createArrayBuilder(moved.sourcedIds()))
                .add("enrolments", Json.createArrayBuilder(moved.enrolments()))
                .add(
                        "fields",
                        Json.createArrayBuilder(
                                fields.stream().map(PatronField::name).toList()))
                .add("holdings", holdings)
                .add("noteAdded", memory.noteAdded())
                .add("sourceTaken", memory.sourceTaken())
                .add("pinMoved", memory.pinMoved())
                .add("keys", keys(memory.keys()))
                .add("keptKeys", keys(memory.keptKeys()))
                .add("followers", Json.createArrayBuilder(memory.followers()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder keys(List<Key> keys) {
        var array = Json.createArrayBuilder();
        for (var key : keys) array.add(Json.createArrayBuilder(List.of(key.source(), key.sourcedId(), key.latest())));
        return array;
    }

    static Moved moved(String text) {
        var json = object(text);
        return new Moved(
                numbers(json.getJsonArray("cards")),
                numbers(json.getJsonArray("blocks")),
                numbers(json.getJsonArray("enrolments")),
                json.getJsonArray("sourcedIds").getValuesAs(JsonString::getString),
                holdings(json));
    }

    private static Map<String, List<Long>> holdings(JsonObject json) {
        var holdings = new TreeMap<String, List<Long>>();
        if (json.containsKey("holdings"))
            json.getJsonObject("holdings").forEach((kind, ids) -> holdings.put(kind, numbers(ids.asJsonArray())));
        return holdings;
    }

    static List<PatronField> fields(String text) {
        return object(text).getJsonArray("fields").getValuesAs(JsonString::getString).stream()
                .map(PatronField::valueOf)
                .toList();
    }

    static MergeMemory memory(
            String text,
            PatronStatus status,
            Optional<LocalDate> leftOn,
            Optional<LocalDate> missingSince,
            String note) {
        var json = object(text);
        return new MergeMemory(
                status,
                leftOn,
                missingSince,
                note,
                json.getBoolean("noteAdded"),
                json.getBoolean("sourceTaken"),
                json.getBoolean("pinMoved"),
                keys(json.getJsonArray("keys")),
                keys(json.getJsonArray("keptKeys")),
                numbers(json.getJsonArray("followers")));
    }

    private static List<Key> keys(JsonArray keys) {
        return keys.getValuesAs(JsonArray.class).stream()
                .map(key -> new Key(key.getInt(0), key.getString(1), key.getBoolean(2)))
                .toList();
    }

    private static List<Long> numbers(JsonArray array) {
        return array.getValuesAs(JsonNumber::longValue);
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
