package org.carrel.patrons.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.RosterFinding;
import org.carrel.patrons.RosterMapping;
import org.carrel.patrons.RosterOutcome;
import org.carrel.patrons.RosterRemark;
import org.carrel.patrons.RosterSummary;
import org.carrel.patrons.RosterSummary.Changes;
import org.carrel.patrons.RosterThreshold;
import org.jspecify.annotations.Nullable;

/** Summaries and remarks as the tables keep them. */
final class RosterJson {
    /** Held: each look for the one who makes these goes through all libraries, and there is one text for each enrolment. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private RosterJson() {}

    static String write(RosterSummary summary) {
        var people = JSON.createObjectBuilder();
        summary.people().forEach((outcome, count) -> people.add(outcome.name(), count));
        var findings = JSON.createArrayBuilder();
        for (var finding : summary.findings())
            findings.add(array(List.of(finding.kind().name(), finding.member(), finding.detail())));
        var beyond = JSON.createArrayBuilder();
        for (var limit : summary.beyond()) {
            beyond.add(JSON.createObjectBuilder()
                    .add("kind", limit.kind().name())
                    .add("part", limit.part())
                    .add("of", limit.of())
                    .add("limit", limit.limit()));
        }
        var json = JSON.createObjectBuilder()
                .add("users", summary.users())
                .add("people", people)
                .add("contacts", summary.contacts())
                .add("stillMissing", summary.stillMissing())
                .add("keptLocal", summary.keptLocal());
        changes(json, "classes", summary.classes());
        changes(json, "terms", summary.terms());
        changes(json, "enrolments", summary.enrolments());
        return json.add("findings", findings)
                .add("beyond", beyond)
                .add("columns", JSON.createArrayBuilder(summary.columns()))
                .build()
                .toString();
    }

    static RosterSummary summary(String text) {
        var json = object(text);
        var people = new EnumMap<RosterOutcome, Integer>(RosterOutcome.class);
        var counts = json.getJsonObject("people");
        counts.keySet().forEach(name -> people.put(RosterOutcome.valueOf(name), counts.getInt(name)));
        return new RosterSummary(
                json.getInt("users"),
                people,
                json.getInt("contacts"),
                json.getInt("stillMissing"),
                json.getInt("keptLocal"),
                changes(json, "classes"),
                changes(json, "terms"),
                changes(json, "enrolments"),
                json.getJsonArray("findings").getValuesAs(JsonArray.class).stream()
                        .map(row -> new RosterFinding(
                                RosterFinding.Kind.valueOf(row.getString(0)), row.getString(1), row.getString(2)))
                        .toList(),
                json.getJsonArray("beyond").getValuesAs(JsonObject.class).stream()
                        .map(row -> new RosterThreshold(
                                RosterThreshold.Kind.valueOf(row.getString("kind")),
                                row.getInt("part"),
                                row.getInt("of"),
                                row.getInt("limit")))
                        .toList(),
                json.getJsonArray("columns").getValuesAs(JsonString::getString));
    }

    static String write(List<RosterRemark> remarks) {
        var rows = JSON.createArrayBuilder();
        for (var remark : remarks) {
            var detail = remark.detail();
            rows.add(array(List.of(remark.kind().name(), detail.substring(0, Math.min(200, detail.length())))));
        }
        return rows.build().toString();
    }

    static List<RosterRemark> remarks(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonArray.class).stream()
                    .map(row -> new RosterRemark(RosterRemark.Kind.valueOf(row.getString(0)), row.getString(1)))
                    .toList();
        }
    }

    /** Null for no row. */
    static @Nullable String row(Optional<List<String>> cells) {
        return cells.map(row -> array(row).build().toString()).orElse(null);
    }

    /** The reverse: empty for null. */
    static Optional<List<String>> row(@Nullable String text) {
        if (text == null) return Optional.empty();
        try (var reader = READERS.createReader(new StringReader(text))) {
            return Optional.of(reader.readArray().getValuesAs(JsonString::getString));
        }
    }

    /** Null for no mapping. */
    static @Nullable String write(Optional<RosterMapping> mapping) {
        if (mapping.isEmpty()) return null;
        var columns = JSON.createObjectBuilder();
        mapping.get().columns().forEach((field, column) -> columns.add(field.name(), column));
        return JSON.createObjectBuilder()
                .add("columns", columns)
                .add("card", mapping.get().card())
                .add("category", mapping.get().category().name())
                .add("site", mapping.get().site())
                .build()
                .toString();
    }

    /** The reverse: empty for null. */
    static Optional<RosterMapping> mapping(@Nullable String text) {
        if (text == null) return Optional.empty();
        var json = object(text);
        var columns = new EnumMap<PatronField, String>(PatronField.class);
        var names = json.getJsonObject("columns");
        names.keySet().forEach(name -> columns.put(PatronField.valueOf(name), names.getString(name)));
        return Optional.of(new RosterMapping(
                columns,
                json.getString("card"),
                PatronCategory.valueOf(json.getString("category")),
                json.getString("site")));
    }

    private static JsonArrayBuilder array(Collection<String> texts) {
        var array = JSON.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static JsonObject object(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static void changes(JsonObjectBuilder json, String name, Changes changes) {
        json.add(
                name,
                JSON.createArrayBuilder()
                        .add(changes.added())
                        .add(changes.changed())
                        .add(changes.removed()));
    }

    private static Changes changes(JsonObject json, String name) {
        var row = json.getJsonArray(name);
        return new Changes(row.getInt(0), row.getInt(1), row.getInt(2));
    }
}
