package org.carrel.circulation.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.LimitGroup;
import org.carrel.circulation.LoanRule;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.RuleField;

/** A table of loan rules as text, as a version keeps it. */
final class RuleTableJson {
    private RuleTableJson() {}

    static String write(LoanRuleTable table) {
        var rules = Json.createArrayBuilder();
        for (var rule : table.rules()) {
            var values = Json.createObjectBuilder();
            rule.values().forEach((field, value) -> values.add(field.code(), value));
            rules.add(Json.createObjectBuilder()
                    .add("for", RuleJson.key(rule.key()))
                    .add("says", values));
        }
        var groups = Json.createArrayBuilder();
        for (var group : table.groups())
            groups.add(Json.createObjectBuilder()
                    .add("name", group.name())
                    .add("site", group.site().orElse(""))
                    .add("category", group.category().map(Enum::name).orElse(""))
                    .add("most", group.most())
                    .add("types", Json.createArrayBuilder(group.itemTypes())));
        return Json.createObjectBuilder()
                .add("rules", rules)
                .add("groups", groups)
                .add("schedules", RuleJson.schedules(table.schedules()))
                .build()
                .toString();
    }

    /** Fields that this program does not know are left out. */
    static LoanRuleTable read(String text) {
        var json = RuleJson.object(text);
        return new LoanRuleTable(
                objects(json, "rules").stream().map(RuleTableJson::rule).toList(),
                objects(json, "groups").stream().map(RuleTableJson::group).toList(),
                RuleJson.schedules(json.getJsonArray("schedules")));
    }

    private static List<JsonObject> objects(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static LoanRule rule(JsonObject json) {
        var values = new EnumMap<RuleField, String>(RuleField.class);
        json.getJsonObject("says").forEach((code, value) -> RuleField.ofCode(code)
                .ifPresent(field -> values.put(field, ((JsonString) value).getString())));
        return new LoanRule(RuleJson.key(json.getJsonArray("for")), values);
    }

    private static LimitGroup group(JsonObject json) {
        JsonArray types = json.getJsonArray("types");
        return new LimitGroup(
                json.getString("name"),
                Optional.of(json.getString("site")).filter(site -> !site.isEmpty()),
                RuleJson.category(json.getString("category")),
                json.getInt("most"),
                types.getValuesAs(JsonString::getString));
    }
}
