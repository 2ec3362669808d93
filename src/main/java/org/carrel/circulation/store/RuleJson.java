package org.carrel.circulation.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.ResolvedRule;
import org.carrel.circulation.ResolvedRule.Given;
import org.carrel.circulation.RuleField;
import org.carrel.circulation.RuleSnapshot;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.JsonText;

/**
 * What a loan keeps of its rules, as text: {@code {"v":1,"site":"LMC","zone":"America/Chicago","category":"STUDENT",
 * "type":"BOOK","rows":[["","STUDENT",""]],"values":{"period":["14 days",0]}}}. Rows are numbered from 0, -1 is built in. The same
 * rules make the same text.
 */
public final class RuleJson {
    private static final int VERSION = 1;
    private static final int BUILT_IN = -1;

    private RuleJson() {}

    public static String write(RuleSnapshot snapshot) {
        var rows = new ArrayList<LoanRuleKey>();
        var values = JsonText.object();
        snapshot.rule().values().forEach((field, given) -> values.add(field.code(), value(given, rows)));
        return JsonText.object()
                .add("v", VERSION)
                .add("site", snapshot.site())
                .add("zone", snapshot.zone().getId())
                .add("category", snapshot.category().name())
                .add("type", snapshot.itemType())
                .add("rows", keys(rows))
                .add("values", values)
                .add("schedules", schedules(snapshot.rule().schedules()))
                .build()
                .toString();
    }

    private static JsonArrayBuilder value(Given given, List<LoanRuleKey> rows) {
        given.row().filter(row -> !rows.contains(row)).ifPresent(rows::add);
        var row = given.row().map(rows::indexOf).orElse(BUILT_IN);
        return JsonText.array().add(given.value()).add(row);
    }

    private static JsonArrayBuilder keys(List<LoanRuleKey> rows) {
        var all = JsonText.array();
        rows.forEach(row -> all.add(key(row)));
        return all;
    }

    /** Site, category and item type; empty for any. */
    static JsonArrayBuilder key(LoanRuleKey key) {
        return JsonText.array()
                .add(key.site().orElse(""))
                .add(key.category().map(Enum::name).orElse(""))
                .add(key.itemType().orElse(""));
    }

    static LoanRuleKey key(JsonArray parts) {
        return LoanRuleKey.of(parts.getString(0), category(parts.getString(1)), parts.getString(2));
    }

    static Optional<PatronCategory> category(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(PatronCategory.valueOf(name));
    }

    static JsonArrayBuilder schedules(List<LoanSchedule> schedules) {
        var all = JsonText.array();
        for (var schedule : schedules) {
            var rows = JsonText.array();
            for (var row : schedule.rows())
                rows.add(JsonText.array()
                        .add(row.first().toString())
                        .add(row.last().toString())
                        .add(row.due().toString()));
            all.add(JsonText.object().add("name", schedule.name()).add("rows", rows));
        }
        return all;
    }

    static List<LoanSchedule> schedules(JsonArray schedules) {
        return schedules.getValuesAs(JsonObject.class).stream()
                .map(one -> new LoanSchedule(
                        one.getString("name"),
                        one.getJsonArray("rows").getValuesAs(JsonArray.class).stream()
                                .map(RuleJson::row)
                                .toList()))
                .toList();
    }

    private static LoanSchedule.Row row(JsonArray days) {
        return new LoanSchedule.Row(
                LocalDate.parse(days.getString(0)),
                LocalDate.parse(days.getString(1)),
                LocalDate.parse(days.getString(2)));
    }

    /** Fields that this program does not know are left out; those that it knows and the text does not are as they are built in. */
    public static RuleSnapshot read(String text) {
        var json = object(text);
        var rows = json.getJsonArray("rows").getValuesAs(JsonArray.class).stream()
                .map(RuleJson::key)
                .toList();
        var values = new EnumMap<RuleField, Given>(RuleField.class);
        for (var field : RuleField.values())
            if (!field.builtIn().isEmpty()) values.put(field, new Given(field.builtIn(), Optional.empty()));
        json.getJsonObject("values").forEach((code, value) -> RuleField.ofCode(code)
                .ifPresent(field -> values.put(field, given(value.asJsonArray(), rows))));
        return new RuleSnapshot(
                json.getString("site"),
                ZoneId.of(json.getString("zone")),
                PatronCategory.valueOf(json.getString("category")),
                json.getString("type"),
                new ResolvedRule(values, schedules(json.getJsonArray("schedules"))));
    }

    private static Given given(JsonArray value, List<LoanRuleKey> rows) {
        var row = value.getInt(1);
        return new Given(value.getString(0), row == BUILT_IN ? Optional.empty() : Optional.of(rows.get(row)));
    }

    static JsonObject object(String text) {
        return JsonText.read(text);
    }

    static JsonObjectBuilder object() {
        return JsonText.object();
    }
}
