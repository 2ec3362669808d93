package org.carrel.circulation.store;

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
import org.carrel.platform.JsonText;

/** A table of loan rules as text, as a version keeps it. */
final class RuleTableJson {
    private RuleTableJson() {}

    static String write(LoanRuleTable table) {
        var rules = JsonText.array();
        for (var rule : table.rules()) {
            var values = JsonText.object();
            rule.values().forEach((field, value) -> values.add(field.code(), value));
            rules.add(JsonText.object().add("for", RuleJson.key(rule.key())).add("says", values));
        }
        var groups = JsonText.array();
        for (var group : table.groups())
            groups.add(JsonText.object()
                    .add("name", group.name())
                    .add("site", group.site().orElse(""))
                    .add("category", group.category().map(Enum::name).orElse(""))
                    .add("most", group.most())
                    .add("types", JsonText.array(group.itemTypes())));
        return JsonText.object()
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
