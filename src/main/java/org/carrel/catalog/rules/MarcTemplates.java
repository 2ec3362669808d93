package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.MarcTemplate;
import org.carrel.catalog.Material;
import org.carrel.catalog.Subfield;

/** Where a new record starts: one template a material, written in {@code templates.txt}. */
public final class MarcTemplates {
    private static final MarcRecord EMPTY = new MarcRecord(" ".repeat(MarcRecord.LEADER_LENGTH), List.of());
    private static final List<MarcTemplate> TEMPLATES = load();

    private MarcTemplates() {}

    /** In the order in which people choose. */
    public static List<MarcTemplate> all() {
        return TEMPLATES;
    }

    /** Empty for OTHER, which is no form of its own. */
    public static Optional<MarcTemplate> of(Material material) {
        return TEMPLATES.stream()
                .filter(template -> template.material() == material)
                .findFirst();
    }

    private static List<MarcTemplate> load() {
        var templates = new ArrayList<MarcTemplate>();
        for (var line : Phrases.lines("templates.txt")) {
            if (line.startsWith("=")) {
                var parts = line.substring(1).split(" ", 2);
                templates.add(new MarcTemplate(Material.valueOf(parts[0]), Phrases.of(parts[1]), EMPTY));
            } else {
                var last = templates.removeLast();
                templates.add(new MarcTemplate(last.material(), last.name(), with(last.record(), line)));
            }
        }
        return List.copyOf(templates);
    }

    private static MarcRecord with(MarcRecord record, String line) {
        if (line.startsWith("leader ")) return new MarcRecord(line.substring("leader ".length()), record.fields());
        var fields = new ArrayList<>(record.fields());
        fields.add(field(line));
        return new MarcRecord(record.leader(), fields);
    }

    private static MarcField field(String line) {
        var tag = line.substring(0, 3);
        if (tag.startsWith("00")) return new ControlField(tag, line.substring(4));
        var subfields = new ArrayList<Subfield>();
        for (var part : line.substring(line.indexOf('$') + 1).split("\\$", -1)) {
            subfields.add(new Subfield(part.charAt(0), part.substring(1)));
        }
        return new DataField(tag, indicator(line.charAt(4)), indicator(line.charAt(5)), subfields);
    }

    private static char indicator(char written) {
        return written == '#' ? ' ' : written;
    }
}
