package org.carrel.catalog.marc;

import java.util.ArrayList;
import java.util.Optional;
import org.carrel.catalog.Subfield;

/**
 * Reads one record of MARC-in-JSON in its dialects: fields as an array of one-key objects or as one object, or the
 * older arrays {@code controlfield} and {@code datafield} with tag, ind and data.
 */
final class JsonParser implements RecordParser {
    @Override
    public MarcFormat format() {
        return MarcFormat.MARC_IN_JSON;
    }

    @Override
    public EncodingDecision parse(RawRecord raw, Optional<TextEncoding> forced, RecordBuilder builder)
            throws UnreadableRecord {
        var bytes = raw.bytes();
        var decision = forced.isPresent()
                ? new EncodingDecision('a', forced.get(), true)
                : Decisions.decide(bytes, 0, bytes.length, 'a', builder.findings);
        var json = new JsonText(new RecordText(bytes, decision, builder.findings).decode(0, bytes.length, ""));
        try {
            record(json, builder);
        } catch (JsonText.Malformed e) {
            throw new UnreadableRecord(MarcProblem.JSON_NOT_READABLE, e.getMessage() + " (" + e.position + ")");
        }
        if (json.repaired()) builder.findings.add(MarcProblem.JSON_REPAIRED, "", "");
        return decision;
    }

    private static void record(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
        json.expect('{');
        for (boolean first = true; json.more('}', first); first = false) {
            switch (json.key()) {
                case "leader" -> builder.leader(json.string());
                case "fields" -> fields(json, builder);
                case "controlfield", "controlfields" -> list(json, builder);
                case "datafield", "datafields" -> list(json, builder);
                default -> json.skip();
            }
        }
        if (json.peek() != 0) json.repairedHere();
    }

    private static void fields(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
        if (json.peek() == '{') {
            members(json, builder);
            return;
        }
        json.expect('[');
        for (boolean first = true; json.more(']', first); first = false) members(json, builder);
    }

    /** Tags as keys; a key "tag" belongs to the older form. */
    private static void members(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
        var old = new OldField();
        json.expect('{');
        for (boolean first = true; json.more('}', first); first = false) {
            var key = json.key();
            if (old.takes(key, json, builder)) continue;
            value(key, json, builder, 0);
        }
        old.finish(builder);
    }

    /** Text, an object, or an array of several of them under one tag. */
    private static void value(String key, JsonText json, RecordBuilder builder, int depth) throws JsonText.Malformed {
        if (depth > 1) throw json.malformed("nested too deep");
        if (json.peek() == '[') {
            json.expect('[');
            for (boolean first = true; json.more(']', first); first = false) value(key, json, builder, depth + 1);
        } else if (json.peek() == '{') {
            var field = new OldField();
            field.tag = key;
            json.expect('{');
            for (boolean first = true; json.more('}', first); first = false) {
                if (!field.takes(json.key(), json, builder)) json.skip();
            }
            field.finish(builder);
        } else {
            var tag = builder.tag(key);
            builder.control(tag, TextCleaner.positions(json.string(), tag, builder.findings));
        }
    }

    private static void list(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
        json.expect('[');
        for (boolean first = true; json.more(']', first); first = false) members(json, builder);
    }

    /** A field whose parts come one after the other, in any order. */
    private static final class OldField {
        String tag = "";
        private String ind1 = " ";
        private String ind2 = " ";
        private String data = "";
        private boolean hasData;
        private boolean hasSubfields;
        private final ArrayList<Subfield> subfields = new ArrayList<>(4);

        boolean takes(String key, JsonText json, RecordBuilder builder) throws JsonText.Malformed {
            switch (key) {
                case "tag" -> tag = json.string();
                case "ind1", "indicator1" -> ind1 = json.string();
                case "ind2", "indicator2" -> ind2 = json.string();
                case "ind" -> both(json.string());
                case "data", "value" -> {
                    data = json.string();
                    hasData = true;
                }
                case "subfields", "subfield" -> {
                    hasSubfields = true;
                    subfields(json, builder);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void both(String indicators) {
            ind1 = indicators.isEmpty() ? "" : indicators.substring(0, 1);
            ind2 = indicators.length() < 2 ? "" : indicators.substring(1);
        }

        private void subfields(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
            if (json.peek() == '{') {
                subfield(json, builder);
                return;
            }
            json.expect('[');
            for (boolean first = true; json.more(']', first); first = false) subfield(json, builder);
        }

        /** {"a":"text"}, several codes in one object, or {"code":"a","data":"text"}. */
        private void subfield(JsonText json, RecordBuilder builder) throws JsonText.Malformed {
            String code = "";
            String text = "";
            boolean old = false;
            json.expect('{');
            for (boolean first = true; json.more('}', first); first = false) {
                var key = json.key();
                if (key.equals("code")) {
                    code = json.string();
                    old = true;
                } else if (key.equals("data") || key.equals("value")) {
                    text = json.string();
                } else {
                    add(key, json.string(), builder);
                }
            }
            if (old) add(code, text, builder);
        }

        private void add(String code, String text, RecordBuilder builder) {
            if (code.isEmpty()) builder.findings.add(MarcProblem.SUBFIELD_CODE_MISSING, tag, text);
            char plain = builder.code(code.isEmpty() ? '\uFFFD' : code.codePointAt(0), tag, subfields.isEmpty());
            subfields.add(new Subfield(plain, TextCleaner.data(text, tag + '$' + plain, builder.findings)));
        }

        void finish(RecordBuilder builder) {
            if (tag.isEmpty() && !hasSubfields && !hasData) return;
            var name = builder.tag(tag);
            if (hasData && !hasSubfields) {
                builder.control(name, TextCleaner.positions(data, name, builder.findings));
                return;
            }
            var indicators = builder.indicators(one(ind1) + one(ind2), name);
            builder.data(name, indicators.first(), indicators.second(), subfields);
        }

        private static String one(String indicator) {
            return indicator.isEmpty() ? " " : indicator.substring(0, 1);
        }
    }
}
