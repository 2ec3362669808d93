package org.carrel.copycataloging.net;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.carrel.catalog.ForeignRecords;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.rules.SruRequest;

/** Asks by SRU (searchRetrieve of versions 1.1 and 1.2, as the Library of Congress has it). */
public final class SruClient {
    private static final XMLInputFactory FACTORY = hardened();
    private static final int LONGEST_WORD = 300;

    private SruClient() {}

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    /** What the target has under an ISBN. @param isbns forms of one number @throws TargetFailure when it gives no answer */
    public static List<MarcRecord> ask(CopyTarget target, List<String> isbns) throws TargetFailure {
        var body = HttpGet.of(target, SruRequest.path(target, isbns));
        var envelope = envelope(body);
        var records = ForeignRecords.xml(body);
        if (!records.isEmpty())
            return records; // a diagnostic beside them is a warning, or in the place of another record
        if (!envelope.diagnostics().isEmpty())
            throw new TargetFailure(Outcome.DIAGNOSTIC, String.join("; ", envelope.diagnostics()));
        if (envelope.records() > 0) throw new TargetFailure(Outcome.UNREADABLE, "");
        return List.of();
    }

    /** @param records elements of that name around them @param diagnostics what it has against the question */
    private record Envelope(int records, List<String> diagnostics) {}

    private static Envelope envelope(byte[] body) throws TargetFailure {
        try {
            var xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
            var isAnswer = false;
            var records = 0;
            var said = new LinkedHashSet<String>();
            while (xml.hasNext()) {
                var event = xml.next();
                // No answer has a document type: whoever sends one wants something else to be read.
                if (event == XMLStreamConstants.DTD) throw new TargetFailure(Outcome.UNREADABLE, "");
                if (event != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "searchRetrieveResponse" -> isAnswer = true;
                    case "recordData" -> records++;
                    case "diagnostic" -> said.add(diagnostic(xml)); // in the place of each record the same
                    default -> {
                        // inside of a record, or what SRU says besides
                    }
                }
            }
            if (!isAnswer) throw new TargetFailure(Outcome.UNREADABLE, "");
            return new Envelope(records, List.copyOf(said));
        } catch (XMLStreamException e) {
            throw new TargetFailure(Outcome.UNREADABLE, e);
        }
    }

    /** Its message, else its details, else its number. */
    private static String diagnostic(XMLStreamReader xml) throws XMLStreamException {
        var uri = "";
        var details = "";
        var message = "";
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("diagnostic")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "uri" -> uri = xml.getElementText();
                case "details" -> details = xml.getElementText();
                case "message" -> message = xml.getElementText();
                default -> {
                    // nothing that anybody could read
                }
            }
        }
        var words = message.isBlank()
                ? details.isBlank() ? uri : details
                : message + (details.isBlank() ? "" : ": " + details);
        return words.length() > LONGEST_WORD ? words.substring(0, LONGEST_WORD) : words.strip();
    }
}
