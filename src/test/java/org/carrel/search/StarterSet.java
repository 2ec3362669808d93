package org.carrel.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Item;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.CopyMapping;
import org.carrel.catalog.rules.CopyPreset;
import org.carrel.catalog.rules.RecordMapping;
import org.carrel.catalog.rules.WorkRules;
import org.carrel.search.rules.CaseText;

/** The shared starter collection, mapped by the rules of the catalog. */
public final class StarterSet {
    private static final Path FILE = Path.of("../shared/marc/k12-starter-290.xml");
    private static final Path QUESTIONS = Path.of("../shared/relevance.tsv");
    private static final int THIS_YEAR = 2026;

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

    public static List<SearchCase> cases() {
        return questions().stream()
                .map(cells -> CaseText.of(cells[0], cells[1], cells[2]))
                .toList();
    }

    /** The same collection among all the other real records. */
    public static FakeCatalog amongOthers() {
        var catalog = catalog();
        var id = 10_000L;
        for (var file : others()) {
            for (var record : read(file)) catalog.put(mapped(++id, record));
        }
        return catalog;
    }

    private static List<Path> others() {
        var names = List.of("authority", "bad-", "k12-", "loc-name", "loc-subject", "serials", "unimarc", "README");
        try (var files = Files.list(FILE.toAbsolutePath().normalize().getParent())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> names.stream().noneMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MarcRecord> read(Path file) {
        var records = new ArrayList<MarcRecord>();
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (entry.get() instanceof MarcEntry.Read read) records.add(read.record());
            }
        } catch (MarcFileRefused e) {
            return List.of(); // a file of another kind
        }
        return records;
    }

    private static CatalogRecord mapped(long id, MarcRecord marc) {
        var items = CopyMapping.copies(marc, CopyPreset.K12_852).stream()
                .map(copy -> new Item(
                        id,
                        id,
                        copy.barcode(),
                        copy.site(),
                        copy.site(),
                        copy.location(),
                        copy.itemType(),
                        copy.callNumber(),
                        copy.copyNumber(),
                        copy.volume(),
                        true))
                .toList();
        return new CatalogRecord(
                id, RecordMapping.map(marc, THIS_YEAR), items, java.time.Instant.EPOCH, WorkRules.key(marc));
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
