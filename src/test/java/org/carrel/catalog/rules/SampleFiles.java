package org.carrel.catalog.rules;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Reads clean sample files for the tests of the rules: MARCXML, newline MARC-in-JSON and ISO 2709 in UTF-8. */
final class SampleFiles {
    private static final Path FOLDER = Path.of("..", "shared", "marc");
    private static final int DIRECTORY_ENTRY = 12;

    private SampleFiles() {}

    /** Skips the test aloud when the sample files are not there. */
    static Path file(String name) {
        var path = FOLDER.resolve(name);
        assumeTrue(Files.isReadable(path), "Skipped: sample file " + path + " is not there");
        return path;
    }

    static List<MarcRecord> xml(Path path) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var records = new ArrayList<MarcRecord>();
        try (var in = Files.newInputStream(path)) {
            var reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("record")) records.add(xmlRecord(reader));
            }
        }
        return records;
    }

    private static MarcRecord xmlRecord(XMLStreamReader reader) throws XMLStreamException {
        var leader = "";
        var fields = new ArrayList<MarcField>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals("record")) {
            if (!reader.isStartElement()) continue;
            switch (reader.getLocalName()) {
                case "leader" -> leader = reader.getElementText();
                case "controlfield" ->
                    fields.add(new ControlField(attribute(reader, "tag"), nfc(reader.getElementText())));
                case "datafield" -> fields.add(xmlField(reader));
                default -> {}
            }
        }
        return record(leader, fields);
    }

    private static DataField xmlField(XMLStreamReader reader) throws XMLStreamException {
        var tag = attribute(reader, "tag");
        var ind1 = attribute(reader, "ind1");
        var ind2 = attribute(reader, "ind2");
        var subfields = new ArrayList<Subfield>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals("datafield")) {
            if (!reader.isStartElement()) continue;
            var code = attribute(reader, "code");
            subfields.add(new Subfield(first(code), nfc(reader.getElementText())));
        }
        return new DataField(tag, first(ind1), first(ind2), subfields);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    static List<MarcRecord> jsonLines(Path path) throws IOException {
        return Files.readAllLines(path).stream()
                .filter(line -> !line.isBlank())
                .map(line ->
                        jsonRecord(Json.createReader(new StringReader(line)).readObject()))
                .toList();
    }

    private static MarcRecord jsonRecord(JsonObject json) {
        var fields = new ArrayList<MarcField>();
        for (var field : json.getJsonArray("fields").getValuesAs(JsonObject.class)) {
            var tag = field.keySet().iterator().next();
            if (field.get(tag) instanceof JsonObject data) fields.add(jsonField(tag, data));
            else fields.add(new ControlField(tag, nfc(field.getString(tag))));
        }
        return record(json.getString("leader"), fields);
    }

    private static DataField jsonField(String tag, JsonObject data) {
        var subfields = data.getJsonArray("subfields").getValuesAs(JsonObject.class).stream()
                .map(subfield -> {
                    var code = subfield.keySet().iterator().next();
                    return new Subfield(first(code), nfc(subfield.getString(code)));
                })
                .toList();
        return new DataField(tag, first(data.getString("ind1")), first(data.getString("ind2")), subfields);
    }

    /** Lengths are not looked at: fields end at 0x1E, and the directory gives the tags in order. */
    static List<MarcRecord> iso(Path path) {
        try {
            var text = Files.readString(path, StandardCharsets.UTF_8);
            var records = new ArrayList<MarcRecord>();
            for (var raw : text.split("\u001D", -1)) {
                if (raw.strip().length() > MarcRecord.LEADER_LENGTH) records.add(isoRecord(raw.strip()));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarcRecord isoRecord(String raw) {
        var parts = raw.split("\u001E", -1);
        var directory = parts[0].substring(MarcRecord.LEADER_LENGTH);
        var fields = new ArrayList<MarcField>();
        for (var i = 1; i < parts.length && i * DIRECTORY_ENTRY <= directory.length(); i++) {
            var tag = directory.substring((i - 1) * DIRECTORY_ENTRY, (i - 1) * DIRECTORY_ENTRY + 3);
            fields.add(tag.startsWith("00") ? new ControlField(tag, nfc(parts[i])) : isoField(tag, parts[i]));
        }
        return record(raw.substring(0, MarcRecord.LEADER_LENGTH), fields);
    }

    private static DataField isoField(String tag, String data) {
        var parts = data.split("\u001F", -1);
        var subfields = new ArrayList<Subfield>();
        for (var i = 1; i < parts.length; i++) {
            if (!parts[i].isEmpty()) subfields.add(new Subfield(parts[i].charAt(0), nfc(parts[i].substring(1))));
        }
        var indicators = parts[0] + "  ";
        return new DataField(tag, indicators.charAt(0), indicators.charAt(1), subfields);
    }

    private static MarcRecord record(String leader, List<MarcField> fields) {
        return new MarcRecord(
                (leader + " ".repeat(MarcRecord.LEADER_LENGTH)).substring(0, MarcRecord.LEADER_LENGTH), fields);
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
