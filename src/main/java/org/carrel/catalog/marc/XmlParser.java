package org.carrel.catalog.marc;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carrel.catalog.Subfield;

/**
 * Reads one MARCXML record element. The parser gets that element alone, without the document around it: it cannot meet
 * a document type, and it is told to resolve nothing. Prefixes are not looked at, since their declarations may stand
 * outside of the element.
 */
final class XmlParser implements RecordParser {
    private static final XMLInputFactory FACTORY = hardened();

    private final Charset charset;

    /** @param charset of the bytes of each record, the file being found to keep to it */
    XmlParser(Charset charset) {
        this.charset = charset;
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Newer JDKs count plain character references as entities; the size of a record is bounded before it gets here.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    @Override
    public MarcFormat format() {
        return MarcFormat.MARCXML;
    }

    @Override
    public EncodingDecision parse(RawRecord raw, Optional<TextEncoding> forced, RecordBuilder builder)
            throws UnreadableRecord {
        var text = XmlCharacters.legal(new String(raw.bytes(), charset), builder.findings);
        try {
            var xml = FACTORY.createXMLStreamReader(new StringReader(text));
            record(xml, builder);
        } catch (XMLStreamException e) {
            throw new UnreadableRecord(MarcProblem.XML_NOT_WELL_FORMED, place(e, raw.line()));
        }
        return new EncodingDecision('a', found(raw.bytes()), true);
    }

    private TextEncoding found(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) return charset.equals(StandardCharsets.UTF_8) ? TextEncoding.UTF_8 : TextEncoding.AS_DECLARED;
        }
        return TextEncoding.ASCII;
    }

    private static String place(XMLStreamException e, int firstLine) {
        var location = e.getLocation();
        var message = e.getMessage() == null ? "" : e.getMessage();
        int said = message.indexOf("Message: ");
        var words = said < 0 ? message : message.substring(said + 9);
        return location == null
                ? words
                : (firstLine + location.getLineNumber() - 1) + ":" + location.getColumnNumber() + " " + words;
    }

    private static void record(XMLStreamReader xml, RecordBuilder builder) throws XMLStreamException {
        boolean inside = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            switch (local(xml)) {
                case "record" -> inside = true;
                case "leader" -> builder.leader(leader(text(xml, builder)));
                case "controlfield" -> control(xml, builder);
                case "datafield" -> data(xml, builder);
                default -> unknown(xml, builder, "");
            }
        }
        if (!inside) throw new XMLStreamException("no record element");
    }

    /** Line breaks around a leader belong to the layout of the file, blanks may belong to the leader. */
    private static String leader(String text) {
        var kept = text.replaceAll("[\\r\\n\\t]+", text.strip().length() > 24 ? " " : "");
        return kept.length() > 24 && kept.strip().length() <= 24 ? kept.strip() : kept;
    }

    private static void control(XMLStreamReader xml, RecordBuilder builder) throws XMLStreamException {
        var tag = attribute(xml, "tag");
        var data = text(xml, builder);
        if (tag.isEmpty()) {
            builder.findings.add(MarcProblem.TAG_MISSING, "", data);
            return;
        }
        var name = builder.tag(tag.get());
        builder.control(name, TextCleaner.positions(data, name, builder.findings));
    }

    private static void data(XMLStreamReader xml, RecordBuilder builder) throws XMLStreamException {
        var tag = attribute(xml, "tag");
        var name = tag.isEmpty() ? "" : builder.tag(tag.get());
        char ind1 = indicator(attribute(xml, "ind1"), name, builder);
        char ind2 = indicator(attribute(xml, "ind2"), name, builder);
        var subfields = new ArrayList<Subfield>(4);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) break;
            if (event == XMLStreamConstants.CHARACTERS && !xml.getText().isBlank()) {
                builder.textBeforeSubfield(TextCleaner.data(xml.getText(), name, builder.findings), name, subfields);
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (local(xml).equals("subfield")) subfield(xml, name, subfields, builder);
            else unknown(xml, builder, name);
        }
        if (tag.isPresent()) {
            builder.data(name, ind1, ind2, subfields);
            return;
        }
        var lost = subfields.stream().map(Subfield::data).toList();
        builder.findings.add(MarcProblem.TAG_MISSING, "", String.join(" ", lost));
    }

    private static char indicator(Optional<String> found, String tag, RecordBuilder builder) {
        if (found.isPresent() && found.get().length() == 1)
            return builder.indicator(found.get().charAt(0), tag);
        if (found.isPresent() && found.get().length() > 1) {
            return builder.indicators(found.get().substring(0, 1) + ' ', tag).first();
        }
        builder.findings.add(MarcProblem.INDICATOR_COUNT_WRONG, tag, "");
        return ' ';
    }

    private static void subfield(XMLStreamReader xml, String tag, List<Subfield> subfields, RecordBuilder builder)
            throws XMLStreamException {
        var found = attribute(xml, "code").orElse("");
        if (found.isEmpty()) builder.findings.add(MarcProblem.SUBFIELD_CODE_MISSING, tag, "");
        if (found.codePointCount(0, found.length()) > 1) {
            builder.findings.add(MarcProblem.SUBFIELD_CODE_REPAIRED, tag, found);
        }
        char code = builder.code(found.isEmpty() ? '\uFFFD' : found.codePointAt(0), tag, subfields.isEmpty());
        var place = tag + '$' + code;
        subfields.add(new Subfield(code, TextCleaner.data(text(xml, builder), place, builder.findings)));
    }

    private static void unknown(XMLStreamReader xml, RecordBuilder builder, String place) throws XMLStreamException {
        var name = local(xml);
        builder.findings.add(
                MarcProblem.UNKNOWN_ELEMENT,
                place,
                name + ": " + text(xml, builder).strip());
    }

    /** All text up to the end tag of the current element; elements inside of it are not allowed, their text is kept. */
    private static String text(XMLStreamReader xml, RecordBuilder builder) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                builder.findings.add(MarcProblem.UNKNOWN_ELEMENT, "", local(xml));
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("unknown entity &" + xml.getLocalName() + ";", xml.getLocation());
            }
        }
        return text.toString();
    }

    private static String local(XMLStreamReader xml) {
        var name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) return Optional.of(xml.getAttributeValue(i));
        }
        return Optional.empty();
    }
}
