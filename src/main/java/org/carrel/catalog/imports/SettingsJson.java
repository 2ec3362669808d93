package org.carrel.catalog.imports;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/** Settings of imports in the form in which they are kept. The same settings are the same text. */
public final class SettingsJson {
    private SettingsJson() {}

    /** Null for the defaults. */
    public static @Nullable String writeOrNull(ImportSettings settings) {
        return settings.equals(ImportSettings.DEFAULT) ? null : write(settings);
    }

    public static String write(ImportSettings settings) {
        var json = Json.createObjectBuilder()
                .add("copies", copies(settings.copies()))
                .add("severalSites", settings.severalSites())
                .add("overlay", array(settings.overlay(), SettingsJson::overlay))
                .add("rules", array(settings.rules(), SettingsJson::rule))
                .add("answers", array(settings.answers(), SettingsJson::answer));
        settings.barcodes().ifPresent(range -> json.add("barcodes", barcodes(range)));
        return json.build().toString();
    }

    /**
     * Null stands for the defaults. Names that are not known are passed over, as from a later program.
     *
     * @throws IllegalArgumentException for values that cannot be, with their place
     */
    public static ImportSettings read(@Nullable String text) {
        return text == null ? ImportSettings.DEFAULT : SettingsReader.read(text);
    }

    /** @throws IllegalArgumentException for what is no rule */
    public static HouseRule readRule(JsonObject object) {
        return SettingsReader.readRule(object);
    }

    /**
     * What the settings change in the copies of a record, beside its text. A record that comes again under other ones is
     * not just the same. Empty when copies are read as ever.
     */
    static String aboutCopies(ImportSettings settings) {
        var rules = settings.rules().stream()
                .filter(HouseRule.OfCopy.class::isInstance)
                .toList();
        var copies = settings.copies();
        var numbered = settings.barcodes().isPresent();
        if (copies instanceof CopySource.Detect && rules.isEmpty() && !settings.severalSites() && !numbered) return "";
        return Json.createObjectBuilder()
                .add("copies", copies(copies))
                .add("severalSites", settings.severalSites())
                .add("rules", array(rules, SettingsJson::rule))
                .add("barcodes", numbered)
                .build()
                .toString();
    }

    private static <T> JsonArrayBuilder array(List<T> elements, Function<T, JsonObject> write) {
        var array = Json.createArrayBuilder();
        elements.forEach(element -> array.add(write.apply(element)));
        return array;
    }

    private static JsonObject copies(CopySource source) {
        return switch (source) {
            case CopySource.Detect detect ->
                Json.createObjectBuilder().add("from", "DETECT").build();
            case CopySource.Preset preset ->
                Json.createObjectBuilder().add("from", preset.form().name()).build();
            case CopySource.Custom custom -> map(custom.map());
        };
    }

    private static JsonObject map(CopyMap map) {
        var codes = Json.createObjectBuilder();
        for (var part : CopyMap.Part.values()) {
            if (!map.codes(part).isEmpty()) codes.add(part.name(), map.codes(part));
        }
        return Json.createObjectBuilder()
                .add("from", "MAP")
                .add("tag", map.tag())
                .add("codes", codes)
                .add("price", map.price().name())
                .build();
    }

    private static JsonObject overlay(OverlayRow row) {
        return Json.createObjectBuilder()
                .add("tags", row.tags())
                .add("way", row.way().name())
                .build();
    }

    private static JsonObject answer(PlaceAnswer answer) {
        return Json.createObjectBuilder()
                .add("kind", answer.kind().name())
                .add("code", answer.code())
                .add("use", answer.use())
                .build();
    }

    private static JsonObject barcodes(BarcodeRange range) {
        return Json.createObjectBuilder()
                .add("prefix", range.prefix())
                .add("digits", range.digits())
                .add("start", range.start())
                .add("checkDigit", range.checkDigit())
                .build();
    }

    /** One rule, for whoever keeps it elsewhere. */
    public static JsonObject rule(HouseRule rule) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("rule", rule.getClass().getSimpleName());
        switch (rule) {
            case HouseRule.ReplaceCallNumberPrefix prefix ->
                json.add("from", prefix.from()).add("to", prefix.to());
            case HouseRule.CutterLetters cutter -> json.add("most", cutter.most());
            case HouseRule.LanguagePrefix language ->
                json.add("language", language.language()).add("prefix", language.prefix());
            case HouseRule.DropSubjects subjects -> json.add("source", subjects.source());
            case HouseRule.DropJuvenileSubdivisions juvenile -> {}
            case HouseRule.DropFields fields -> json.add("tags", fields.tags());
            case HouseRule.DeleteSubfield subfield ->
                json.add("tags", subfield.tags()).add("code", subfield.code());
            case HouseRule.ReplaceText text ->
                json.add("tags", text.tags())
                        .add("code", text.code())
                        .add("find", text.find())
                        .add("replacement", text.replacement());
        }
        return json.build();
    }
}
