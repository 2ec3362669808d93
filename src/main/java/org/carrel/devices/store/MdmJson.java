package org.carrel.devices.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmFinding;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmSummary;
import org.carrel.devices.MdmValues;
import org.carrel.devices.rules.KnownDevice.LastUse;
import org.carrel.devices.rules.Suspicion;
import org.carrel.devices.store.MdmWriteStore.KnownBefore;
import org.carrel.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** Summaries, rows and what was before, as the tables keep them. */
final class MdmJson {
    private MdmJson() {}

    static String texts(Collection<String> texts) {
        return JsonText.array(texts).build().toString();
    }

    static List<String> texts(@Nullable String text) {
        return text == null ? List.of() : list(text).getValuesAs(JsonString::getString);
    }

    static @Nullable String mapping(Optional<Map<MdmField, Integer>> mapping) {
        if (mapping.isEmpty()) return null;
        var json = JsonText.object();
        mapping.get().forEach((field, at) -> json.add(field.name(), at));
        return json.build().toString();
    }

    static Optional<Map<MdmField, Integer>> mapping(@Nullable String text) {
        if (text == null) return Optional.empty();
        var json = JsonText.read(text);
        var mapping = new EnumMap<MdmField, Integer>(MdmField.class);
        json.keySet().forEach(name -> mapping.put(MdmField.valueOf(name), json.getInt(name)));
        return Optional.of(mapping);
    }

    static String changes(List<MdmChange> changes) {
        return rows(changes, change -> List.of(change.field().name(), change.was(), change.becomes()));
    }

    static List<MdmChange> changes(String text) {
        return rows(text, row -> new MdmChange(MdmField.valueOf(row.getString(0)), row.getString(1), row.getString(2)));
    }

    static String remarks(List<MdmRemark> remarks) {
        return rows(remarks, remark -> List.of(remark.kind().name(), remark.detail()));
    }

    static List<MdmRemark> remarks(String text) {
        return rows(text, row -> new MdmRemark(MdmRemark.Kind.valueOf(row.getString(0)), row.getString(1)));
    }

    static String suspicions(List<Suspicion> suspicions) {
        return rows(
                suspicions,
                one -> List.of(
                        one.kind().name(),
                        one.about(),
                        one.patron().map(String::valueOf).orElse(""),
                        one.stranger()));
    }

    static List<Suspicion> suspicions(String text) {
        return rows(
                text,
                row -> new Suspicion(
                        DiscrepancyKind.valueOf(row.getString(0)),
                        row.getString(1),
                        Optional.of(row.getString(2))
                                .filter(number -> !number.isEmpty())
                                .map(Long::valueOf),
                        row.getString(3)));
    }

    static String summary(MdmSummary summary) {
        var devices = JsonText.object();
        summary.devices().forEach((outcome, count) -> devices.add(outcome.name(), count));
        var discrepancies = JsonText.object();
        summary.discrepancies().forEach((kind, count) -> discrepancies.add(kind.name(), count));
        var findings = JsonText.array();
        for (var finding : summary.findings()) {
            findings.add(JsonText.array(List.of(finding.kind().name(), finding.detail())));
        }
        return JsonText.object()
                .add("rows", summary.rows())
                .add("devices", devices)
                .add("discrepancies", discrepancies)
                .add("findings", findings)
                .build()
                .toString();
    }

    static MdmSummary summary(String text) {
        var json = JsonText.read(text);
        var devices = new EnumMap<MdmOutcome, Integer>(MdmOutcome.class);
        var outcomes = json.getJsonObject("devices");
        outcomes.keySet().forEach(name -> devices.put(MdmOutcome.valueOf(name), outcomes.getInt(name)));
        var discrepancies = new EnumMap<DiscrepancyKind, Integer>(DiscrepancyKind.class);
        var kinds = json.getJsonObject("discrepancies");
        kinds.keySet().forEach(name -> discrepancies.put(DiscrepancyKind.valueOf(name), kinds.getInt(name)));
        var findings = json.getJsonArray("findings").getValuesAs(JsonArray.class).stream()
                .map(row -> new MdmFinding(MdmFinding.Kind.valueOf(row.getString(0)), row.getString(1)))
                .toList();
        return new MdmSummary(json.getInt("rows"), devices, discrepancies, findings);
    }

    static String before(KnownBefore before) {
        var values = JsonText.object();
        before.values().values().forEach((field, value) -> values.add(field.name(), value));
        var json = JsonText.object()
                .add("version", before.version())
                .add("id", before.mdmId())
                .add("values", values);
        before.lastUser().ifPresent(last -> json.add("user", last.name())
                .add("since", last.since().toString())
                .add("seen", last.seen().toString()));
        return json.build().toString();
    }

    static KnownBefore before(String text) {
        var json = JsonText.read(text);
        var values = new EnumMap<MdmField, String>(MdmField.class);
        var said = json.getJsonObject("values");
        said.keySet().forEach(name -> values.put(MdmField.valueOf(name), said.getString(name)));
        return new KnownBefore(json.getInt("version"), json.getString("id"), new MdmValues(values), lastUser(json));
    }

    private static Optional<LastUse> lastUser(JsonObject json) {
        if (!json.containsKey("user")) return Optional.empty();
        return Optional.of(new LastUse(
                json.getString("user"), Instant.parse(json.getString("since")), Instant.parse(json.getString("seen"))));
    }

    private static <T> String rows(List<T> elements, Function<T, List<String>> cells) {
        JsonArrayBuilder all = JsonText.array();
        for (var element : elements) all.add(JsonText.array(cells.apply(element)));
        return all.build().toString();
    }

    private static <T> List<T> rows(String text, Function<JsonArray, T> read) {
        return list(text).getValuesAs(JsonArray.class).stream().map(read).toList();
    }

    private static JsonArray list(String text) {
        return JsonText.read("{\"a\":" + text + "}").getJsonArray("a");
    }
}
