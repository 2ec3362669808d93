package org.carrel.catalog.marc;

import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;

/** Writes MARCXML of the Library of Congress, well-formed whatever the text: put records between HEAD and TAIL, in UTF-8. */
public final class MarcXmlWriter {
    /** Before the first record of a file. */
    public static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + "<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n";

    /** After the last record of a file. */
    public static final String TAIL = "</collection>\n";

    private MarcXmlWriter() {}

    /**
     * One record element without namespace declaration, ended by a line feed.
     *
     * @param dropped characters that XML 1.0 cannot hold and that are left out, with their places
     */
    public record Written(String xml, List<Finding> dropped) {
        public Written {
            dropped = List.copyOf(dropped);
        }
    }

    public static Written write(MarcRecord record) {
        var findings = new Findings();
        var xml = new StringBuilder(4096).append("<record><leader>");
        escaped(record.leader(), "leader", xml, findings);
        xml.append("</leader>");
        for (MarcField field : record.fields()) {
            switch (field) {
                case ControlField control -> put(control, xml, findings);
                case DataField data -> put(data, xml, findings);
            }
        }
        return new Written(xml.append("</record>\n").toString(), findings.list());
    }

    private static void put(ControlField field, StringBuilder xml, Findings findings) {
        xml.append("<controlfield tag=\"");
        escaped(field.tag(), field.tag(), xml, findings);
        xml.append("\">");
        escaped(field.data(), field.tag(), xml, findings);
        xml.append("</controlfield>");
    }

    private static void put(DataField field, StringBuilder xml, Findings findings) {
        xml.append("<datafield tag=\"");
        escaped(field.tag(), field.tag(), xml, findings);
        xml.append("\" ind1=\"");
        escaped(String.valueOf(field.ind1()), field.tag(), xml, findings);
        xml.append("\" ind2=\"");
        escaped(String.valueOf(field.ind2()), field.tag(), xml, findings);
        xml.append("\">");
        for (Subfield subfield : field.subfields()) {
            xml.append("<subfield code=\"");
            escaped(String.valueOf(subfield.code()), field.tag(), xml, findings);
            xml.append("\">");
            escaped(subfield.data(), field.tag(), xml, findings);
            xml.append("</subfield>");
        }
        xml.append("</datafield>");
    }

    private static void escaped(String text, String place, StringBuilder xml, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
                default -> {
                    if (isWritable(text, i)) xml.append(c);
                    else findings.add(MarcProblem.CONTROL_CHARACTER, place, TextCleaner.named(c));
                }
            }
        }
    }

    private static boolean isWritable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return Xml.isChar(c);
    }
}
