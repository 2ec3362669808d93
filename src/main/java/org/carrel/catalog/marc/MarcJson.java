package org.carrel.catalog.marc;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/**
 * MARC-in-JSON, the form in which records are stored and one of those in which they are exchanged: leader, then an
 * array of fields in their order, each an object with its tag as only key. No record is changed by writing and reading.
 */
public final class MarcJson {
    private static final String HEX = "0123456789abcdef";

    private MarcJson() {}

    /** One line without blanks around it. */
    public static String write(MarcRecord record) {
        var json = new StringBuilder(2048);
        json.append("{\"leader\":");
        quote(record.leader(), json);
        json.append(",\"fields\":[");
        String separator = "";
        for (MarcField field : record.fields()) {
            json.append(separator).append('{');
            separator = ",";
            quote(field.tag(), json);
            json.append(':');
            switch (field) {
                case ControlField control -> quote(control.data(), json);
                case DataField data -> write(data, json);
            }
            json.append('}');
        }
        return json.append("]}").toString();
    }

    private static void write(DataField field, StringBuilder json) {
        json.append("{\"ind1\":\"");
        quoted(field.ind1(), json);
        json.append("\",\"ind2\":\"");
        quoted(field.ind2(), json);
        json.append("\",\"subfields\":[");
        String separator = "{\"";
        for (Subfield subfield : field.subfields()) {
            json.append(separator);
            separator = ",{\"";
            quoted(subfield.code(), json);
            json.append("\":");
            quote(subfield.data(), json);
            json.append('}');
        }
        json.append("]}");
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (plain(text.charAt(i))) continue;
            json.append(text, done, i);
            quoted(text.charAt(i), json);
            done = i + 1;
        }
        json.append(text, done, text.length()).append('"');
    }

    /** Surrogates go as escapes: half a pair would not survive a database, a pair is well where it is but rare. */
    private static boolean plain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && c != 0x7F && !Character.isSurrogate(c);
    }

    private static void quoted(char c, StringBuilder json) {
        if (plain(c)) {
            json.append(c);
        } else if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else {
            json.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) json.append(HEX.charAt((c >> shift) & 0xF));
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException for any other text, with the place of the trouble
     */
    public static MarcRecord read(String json) {
        try {
            return readStored(new JsonText(json));
        } catch (JsonText.Malformed e) {
            throw new IllegalArgumentException("Not a stored MARC record, at " + e.position + ": " + e.getMessage(), e);
        }
    }

    private static MarcRecord readStored(JsonText json) throws JsonText.Malformed {
        var leader = "";
        var fields = new ArrayList<MarcField>(32);
        json.expect('{');
        for (boolean first = true; json.more('}', first); first = false) {
            switch (json.key()) {
                case "leader" -> leader = json.string();
                case "fields" -> readFields(json, fields);
                default -> json.skip();
            }
        }
        if (leader.length() != MarcRecord.LEADER_LENGTH) throw json.malformed("no leader");
        return new MarcRecord(leader, fields);
    }

    private static void readFields(JsonText json, List<MarcField> fields) throws JsonText.Malformed {
        json.expect('[');
        for (boolean first = true; json.more(']', first); first = false) {
            json.expect('{');
            var tag = json.key();
            fields.add(json.peek() == '{' ? readField(tag, json) : new ControlField(tag, json.string()));
            json.expect('}');
        }
    }

    private static DataField readField(String tag, JsonText json) throws JsonText.Malformed {
        char ind1 = ' ';
        char ind2 = ' ';
        var subfields = new ArrayList<Subfield>(4);
        json.expect('{');
        for (boolean first = true; json.more('}', first); first = false) {
            switch (json.key()) {
                case "ind1" -> ind1 = one(json.string(), json);
                case "ind2" -> ind2 = one(json.string(), json);
                case "subfields" -> readSubfields(json, subfields);
                default -> json.skip();
            }
        }
        return new DataField(tag, ind1, ind2, subfields);
    }

    private static void readSubfields(JsonText json, List<Subfield> subfields) throws JsonText.Malformed {
        json.expect('[');
        for (boolean first = true; json.more(']', first); first = false) {
            json.expect('{');
            char code = one(json.key(), json);
            subfields.add(new Subfield(code, json.string()));
            json.expect('}');
        }
    }

    private static char one(String text, JsonText json) throws JsonText.Malformed {
        if (text.length() != 1) throw json.malformed("one character expected, '" + text + "' found");
        return text.charAt(0);
    }
}
