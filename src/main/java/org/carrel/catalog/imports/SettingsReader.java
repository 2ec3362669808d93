package org.carrel.catalog.imports;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.catalog.rules.SettingsCheck;

/** Reads one object of settings, and knows where it stands when something is wrong with it. */
final class SettingsReader {
    private final JsonObject object;
    private final String place;

    private SettingsReader(JsonObject object, String place) {
        this.object = object;
        this.place = place;
    }

    static ImportSettings read(String text) {
        var settings = new SettingsReader(parse(text), "").settings();
        var problems = SettingsCheck.problems(settings);
        if (problems.isEmpty()) return settings;
        var first = problems.getFirst();
        throw new IllegalArgumentException(
                "Import settings: " + first.field() + ": " + first.problem() + " " + first.detail());
    }

    static HouseRule readRule(JsonObject object) {
        return new SettingsReader(object, "").rule();
    }

    private static JsonObject parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("Import settings: not a JSON object: " + e.getMessage(), e);
        }
    }

    private ImportSettings settings() {
        return new ImportSettings(
                inner("copies").map(SettingsReader::copies).orElse(new CopySource.Detect()),
                bool("severalSites"),
                list("overlay", SettingsReader::overlay),
                list("rules", SettingsReader::rule),
                list("answers", SettingsReader::answer),
                inner("barcodes").map(SettingsReader::barcodes));
    }

    private CopySource copies() {
        var from = text("from");
        if (from.equals("DETECT")) return new CopySource.Detect();
        if (!from.equals("MAP")) return new CopySource.Preset(oneOf("from", CopySource.Form.class));
        var codes = new EnumMap<CopyMap.Part, String>(CopyMap.Part.class);
        inner("codes").ifPresent(given -> {
            for (var part : CopyMap.Part.values()) {
                if (given.object.containsKey(part.name())) codes.put(part, given.text(part.name()));
            }
        });
        return new CopySource.Custom(new CopyMap(text("tag"), codes, oneOf("price", CopyMap.PriceForm.class)));
    }

    private OverlayRow overlay() {
        return new OverlayRow(text("tags"), oneOf("way", OverlayRow.Way.class));
    }

    private PlaceAnswer answer() {
        return new PlaceAnswer(oneOf("kind", PlaceAnswer.Kind.class), text("code"), text("use"));
    }

    private BarcodeRange barcodes() {
        return new BarcodeRange(text("prefix"), (int) number("digits"), number("start"), bool("checkDigit"));
    }

    private HouseRule rule() {
        return switch (text("rule")) {
            case "ReplaceCallNumberPrefix" -> new HouseRule.ReplaceCallNumberPrefix(text("from"), text("to"));
            case "CutterLetters" -> new HouseRule.CutterLetters((int) number("most"));
            case "LanguagePrefix" -> new HouseRule.LanguagePrefix(text("language"), text("prefix"));
            case "DropSubjects" -> new HouseRule.DropSubjects(text("source"));
            case "DropJuvenileSubdivisions" -> new HouseRule.DropJuvenileSubdivisions();
            case "DropFields" -> new HouseRule.DropFields(text("tags"));
            case "DeleteSubfield" -> new HouseRule.DeleteSubfield(text("tags"), text("code"));
            case "ReplaceText" ->
                new HouseRule.ReplaceText(text("tags"), text("code"), text("find"), text("replacement"));
            default -> throw bad("rule", "no such rule");
        };
    }

    private String text(String key) {
        if (object.get(key) instanceof JsonString text) return text.getString();
        throw bad(key, "text expected");
    }

    private long number(String key) {
        if (object.get(key) instanceof JsonNumber number && number.isIntegral()) {
            try {
                return key.equals("start") ? number.longValueExact() : number.intValueExact();
            } catch (ArithmeticException e) {
                throw bad(key, "a smaller number expected");
            }
        }
        throw bad(key, "a whole number expected");
    }

    /** False when it is not said. */
    private boolean bool(String key) {
        var value = object.getOrDefault(key, JsonValue.FALSE);
        if (value.equals(JsonValue.TRUE)) return true;
        if (value.equals(JsonValue.FALSE)) return false;
        throw bad(key, "true or false expected");
    }

    private <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        var name = text(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> bad(key, "one of " + Arrays.toString(type.getEnumConstants()) + " expected"));
    }

    private Optional<SettingsReader> inner(String key) {
        var value = object.get(key);
        if (value == null || value.equals(JsonValue.NULL)) return Optional.empty();
        if (value instanceof JsonObject inner) return Optional.of(new SettingsReader(inner, place + key + "."));
        throw bad(key, "an object expected");
    }

    private <T> List<T> list(String key, Function<SettingsReader, T> read) {
        var value = object.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY);
        if (value.getValueType() != JsonValue.ValueType.ARRAY) throw bad(key, "a list expected");
        var all = new ArrayList<T>();
        for (var element : value.asJsonArray()) {
            var at = key + "[" + all.size() + "]";
            if (!(element instanceof JsonObject inner)) throw bad(at, "an object expected");
            all.add(read.apply(new SettingsReader(inner, place + at + ".")));
        }
        return all;
    }

    private IllegalArgumentException bad(String key, String why) {
        return new IllegalArgumentException(
                "Import settings: " + place + key + ": " + why + ", " + object.get(key) + " found");
    }
}
