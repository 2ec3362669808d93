package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;

/**
 * A profile while somebody works on it: texts as they were typed, sensible or not.
 *
 * @param id of the profile
 * @param texts of all fields but those of overlay rows and rules
 */
record ProfileForm(long id, FormTexts texts, List<Overlay> overlay, List<Rule> rules) {
    static final String MAP = "MAP";
    static final String DETECT = "DETECT";

    ProfileForm {
        overlay = List.copyOf(overlay);
        rules = List.copyOf(rules);
    }

    record Overlay(String tags, OverlayRow.Way way) {}

    record Rule(RuleKind kind, Map<String, String> texts) {
        String text(String field) {
            return texts.getOrDefault(field, "");
        }
    }

    static ProfileForm of(ImportProfile profile) {
        var settings = profile.settings();
        var texts = new LinkedHashMap<String, String>();
        texts.put("name", profile.name());
        texts.put("version", Integer.toString(profile.version()));
        switch (settings.copies()) {
            case CopySource.Detect detect -> texts.put("copies", DETECT);
            case CopySource.Preset preset -> texts.put("copies", preset.form().name());
            case CopySource.Custom custom -> put(custom.map(), texts);
        }
        if (settings.severalSites()) texts.put("several", "yes");
        settings.barcodes().ifPresent(range -> put(range, texts));
        return new ProfileForm(
                profile.id(),
                new FormTexts(texts),
                settings.overlay().stream()
                        .map(row -> new Overlay(row.tags(), row.way()))
                        .toList(),
                settings.rules().stream()
                        .map(rule -> new Rule(RuleKind.of(rule), RuleKind.texts(rule)))
                        .toList());
    }

    private static void put(CopyMap map, Map<String, String> texts) {
        texts.put("copies", MAP);
        texts.put("copies.tag", map.tag());
        texts.put("copies.price", map.price().name());
        map.codes().forEach((part, codes) -> texts.put("copies." + part, codes));
    }

    private static void put(BarcodeRange range, Map<String, String> texts) {
        texts.put("barcodes", "yes");
        texts.put("barcodes.prefix", range.prefix());
        texts.put("barcodes.digits", Integer.toString(range.digits()));
        texts.put("barcodes.start", Long.toString(range.start()));
        if (range.checkDigit()) texts.put("barcodes.check", "yes");
    }

    static ProfileForm of(long id, FormTexts texts) {
        var overlay = IntStream.range(0, texts.count("overlay", "way"))
                .mapToObj(i -> new Overlay(
                        texts.get("overlay." + i + ".tags"),
                        texts.oneOf("overlay." + i + ".way", OverlayRow.Way.KEEP_OURS)))
                .toList();
        var rules = IntStream.range(0, texts.count("rules", "kind"))
                .mapToObj(i -> rule("rules." + i + ".", texts))
                .toList();
        return new ProfileForm(id, texts, overlay, rules);
    }

    private static Rule rule(String at, FormTexts texts) {
        var kind = texts.oneOf(at + "kind", RuleKind.CALL_NUMBER);
        var own = new LinkedHashMap<String, String>();
        kind.fields().forEach(field -> own.put(field, texts.get(at + field)));
        return new Rule(kind, own);
    }

    /** What a button of the form does to it; the same form for one that only sends it. */
    ProfileForm pressed(String button) {
        var at = FormTexts.integer(button.replaceFirst("^.*-", ""));
        var rows = new ArrayList<>(overlay);
        var list = new ArrayList<>(rules);
        switch (button.replaceFirst("-[0-9]+$", "")) {
            case "add-overlay" -> rows.add(new Overlay("", OverlayRow.Way.KEEP_OURS));
            case "add-rule" -> list.add(new Rule(texts.oneOf("new-rule", RuleKind.CALL_NUMBER), Map.of()));
            case "remove-overlay" -> remove(rows, at);
            case "remove-rule" -> remove(list, at);
            case "up" -> swap(list, at, at - 1);
            case "down" -> swap(list, at, at + 1);
            default -> {
                return this;
            }
        }
        return new ProfileForm(id, texts, rows, list);
    }

    private static void remove(List<?> list, int at) {
        if (at >= 0 && at < list.size()) list.remove(at);
    }

    private static void swap(List<?> list, int at, int other) {
        if (at >= 0 && other >= 0 && at < list.size() && other < list.size()) Collections.swap(list, at, other);
    }

    /** @param answers which stand beside the form */
    ImportProfile profile(List<PlaceAnswer> answers) {
        var settings = new ImportSettings(
                copies(),
                texts.has("several"),
                overlay.stream()
                        .map(row -> new OverlayRow(row.tags(), row.way()))
                        .toList(),
                rules.stream().map(rule -> rule.kind().rule(rule::text)).toList(),
                answers,
                barcodes());
        return new ImportProfile(id, FormTexts.integer(texts.get("version")), texts.get("name"), settings);
    }

    private CopySource copies() {
        if (texts.get("copies").equals(MAP)) return new CopySource.Custom(map());
        for (var form : CopySource.Form.values()) {
            if (texts.get("copies").equals(form.name())) return new CopySource.Preset(form);
        }
        return new CopySource.Detect();
    }

    private CopyMap map() {
        var codes = new EnumMap<CopyMap.Part, String>(CopyMap.Part.class);
        for (var part : CopyMap.Part.values()) codes.put(part, texts.get("copies." + part));
        return new CopyMap(texts.get("copies.tag"), codes, texts.oneOf("copies.price", CopyMap.PriceForm.CENTS));
    }

    private Optional<BarcodeRange> barcodes() {
        if (!texts.has("barcodes")) return Optional.empty();
        return Optional.of(new BarcodeRange(
                texts.get("barcodes.prefix"),
                FormTexts.integer(texts.get("barcodes.digits")),
                FormTexts.number(texts.get("barcodes.start")),
                texts.has("barcodes.check")));
    }

    /** The same at another version of the stored profile. */
    ProfileForm at(int version) {
        var changed = new LinkedHashMap<>(texts.texts());
        changed.put("version", Integer.toString(version));
        return new ProfileForm(id, new FormTexts(changed), overlay, rules);
    }
}
