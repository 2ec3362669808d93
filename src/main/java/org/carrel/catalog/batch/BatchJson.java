package org.carrel.catalog.batch;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.BatchStep.AddField;
import org.carrel.catalog.BatchStep.ChangeCallNumber;
import org.carrel.catalog.BatchStep.ChangeText;
import org.carrel.catalog.BatchStep.ChangeType;
import org.carrel.catalog.BatchStep.Merge;
import org.carrel.catalog.BatchStep.MoveShelf;
import org.carrel.catalog.BatchStep.Withdraw;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.imports.SettingsJson;
import org.carrel.catalog.marc.MarcJson;

/** What a batch does, in the form in which it is kept. */
public final class BatchJson {
    /** A field is kept as the only one of a record, as records are. */
    private static final String LEADER = "00000nam a2200000 i 4500";

    private BatchJson() {}

    public static String write(BatchStep step) {
        var json = Json.createObjectBuilder().add("step", step.getClass().getSimpleName());
        switch (step) {
            case ChangeText text -> json.add("rule", SettingsJson.rule(text.rule()));
            case ChangeCallNumber call -> json.add("rule", SettingsJson.rule(call.rule()));
            case AddField add -> json.add("field", MarcJson.write(new MarcRecord(LEADER, List.of(add.field()))));
            case MoveShelf move -> json.add("location", move.location());
            case ChangeType change -> json.add("type", change.type());
            case Withdraw withdraw -> {}
            case Merge merge -> json.add("keep", merge.keep());
        }
        return json.build().toString();
    }

    /** @throws IllegalArgumentException for what none of these is */
    public static BatchStep read(String text) {
        var json = parse(text);
        return switch (json.getString("step")) {
            case "ChangeText" -> new ChangeText((HouseRule.OfRecord) rule(json));
            case "ChangeCallNumber" -> new ChangeCallNumber((HouseRule.OfCopy) rule(json));
            case "AddField" ->
                new AddField((DataField)
                        MarcJson.read(json.getString("field")).fields().getFirst());
            case "MoveShelf" -> new MoveShelf(json.getString("location"));
            case "ChangeType" -> new ChangeType(json.getString("type"));
            case "Withdraw" -> new Withdraw();
            case "Merge" -> new Merge(json.getJsonNumber("keep").longValueExact());
            default -> throw new IllegalArgumentException("No such step of a batch: " + text);
        };
    }

    private static HouseRule rule(JsonObject json) {
        return SettingsJson.readRule(json.getJsonObject("rule"));
    }

    private static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
