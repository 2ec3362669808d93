package org.carrel.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** The shared starter collection, mapped roughly: enough for search. */
public final class StarterSet {
    private static final Path FILE = Path.of("../shared/marc/k12-starter-290.xml");
    private static final Path QUESTIONS = Path.of("../shared/relevance.tsv");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private StarterSet() {}

    public static FakeCatalog catalog() {
        assumeTrue(Files.exists(FILE), "skipped: " + FILE + " is not here");
        var catalog = new FakeCatalog();
        var id = 0L;
        for (var record : records()) catalog.put(mapped(++id, record));
        return catalog;
    }

    /** Lines of query, what is expected, why. */
    public static List<String[]> questions() {
        assumeTrue(Files.exists(QUESTIONS), "skipped: " + QUESTIONS + " is not here");
        try (var lines = Files.lines(QUESTIONS)) {
            return lines.skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Records mapped(long id, MarcRecord marc) {
        var title = marc.data("245").findFirst().orElseThrow();
        var main = text(title, "abnp");
        var article = Math.min(Math.max(0, title.ind2() - '0'), main.length());
        var record = Records.record(id, main).proper(text(title, "anp")).sort(main.substring(article));
        marc.data("100", "110", "700", "710").forEach(name -> record.by(text(name, "abcq")));
        marc.data("130", "240", "246", "740").forEach(other -> record.other(text(other, "anp")));
        marc.data("490", "800", "830").forEach(series -> {
            var volume = series.first('v').orElse("");
            var number = NUMBER.matcher(volume);
            var name = text(series, series.tag().equals("800") ? "t" : "a");
            record.series(name, number.find() ? Double.valueOf(number.group()) : null, volume);
        });
        marc.data("600", "610", "650", "651")
                .forEach(subject -> record.about(
                        subject.subfields().stream().map(Subfield::data).collect(Collectors.joining(" -- "))));
        marc.data("586").forEach(award -> record.award(text(award, "a")));
        marc.data("520").findFirst().ifPresent(summary -> record.summary(text(summary, "ab")));
        marc.data("020")
                .flatMap(isbn -> isbn.first('a').stream())
                .forEach(isbn -> record.isbn(isbn.replaceAll("[^0-9X]", "")));
        marc.data("852")
                .forEach(copy -> record.copy(text(copy, "p"), text(copy, "k"), text(copy, "h"), text(copy, "i")));
        marc.control("008").ifPresent(fixed -> record.in(fixed.substring(35, 38)));
        return record.kind(Kind.BOOK);
    }

    private static String text(DataField field, String codes) {
        return field.subfields().stream()
                .filter(subfield -> codes.indexOf(subfield.code()) >= 0)
                .map(subfield -> subfield.data().strip())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s*[/:;,]$", "");
    }

    private static List<MarcRecord> records() {
        var records = new ArrayList<MarcRecord>();
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (var in = Files.newInputStream(FILE)) {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("record")) {
                    records.add(record(xml));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return records;
    }

    private static MarcRecord record(XMLStreamReader xml) throws XMLStreamException {
        var fields = new ArrayList<MarcField>();
        var leader = "";
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("record"))) {
            if (!xml.isStartElement()) continue;
            switch (xml.getLocalName()) {
                case "leader" -> leader = xml.getElementText();
                case "controlfield" ->
                    fields.add(new ControlField(xml.getAttributeValue(null, "tag"), xml.getElementText()));
                default -> fields.add(field(xml));
            }
        }
        return new MarcRecord(leader, fields);
    }

    private static DataField field(XMLStreamReader xml) throws XMLStreamException {
        var tag = xml.getAttributeValue(null, "tag");
        var indicators = Stream.of("ind1", "ind2")
                .map(name -> xml.getAttributeValue(null, name).charAt(0))
                .toList();
        var subfields = new ArrayList<Subfield>();
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("datafield"))) {
            if (!xml.isStartElement()) continue;
            subfields.add(new Subfield(xml.getAttributeValue(null, "code").charAt(0), xml.getElementText()));
        }
        return new DataField(tag, indicators.get(0), indicators.get(1), subfields);
    }
}
