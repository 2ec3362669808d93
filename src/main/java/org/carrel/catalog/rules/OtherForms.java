package org.carrel.catalog.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.Authority;
import org.carrel.catalog.Authority.Sense;
import org.carrel.catalog.OtherForm;
import org.carrel.catalog.OtherForm.Use;
import org.carrel.catalog.rules.RecordHeadings.Heading;

/** What else the headings of a record are called: by this a search for any form of a heading finds the records of all its forms. */
public final class OtherForms {
    private OtherForms() {}

    /** @param led the authorities that keys lead to, with their references */
    public static List<OtherForm> of(List<Heading> headings, Map<Long, List<Authority>> led) {
        var forms = new LinkedHashSet<OtherForm>();
        for (var heading : headings)
            use(heading.tag()).ifPresent(use -> {
                of(heading, heading.mainKey(), use, led, forms);
                if (heading.wholeKey() != heading.mainKey()) of(heading, heading.wholeKey(), use, led, forms);
            });
        return List.copyOf(forms);
    }

    private static void of(
            Heading heading, long key, Use use, Map<Long, List<Authority>> led, LinkedHashSet<OtherForm> forms) {
        for (var authority : led.getOrDefault(key, List.of())) {
            if (!RecordHeadings.answers(authority.thesaurus(), heading.thesaurus())) continue;
            if (authority.key() != key) forms.add(new OtherForm(use, authority.heading(), authority.shown()));
            for (var reference : authority.references())
                if (reference.sense() == Sense.SEE)
                    forms.add(new OtherForm(use, reference.heading(), authority.shown()));
        }
    }

    /** Uniform titles are looked for as titles, which a record has of its own. */
    private static Optional<Use> use(String tag) {
        if (tag.equals("655")) return Optional.of(Use.GENRE);
        if (tag.startsWith("6")) return Optional.of(Use.SUBJECT);
        if (tag.startsWith("8")) return Optional.of(Use.SERIES);
        return tag.endsWith("30") ? Optional.empty() : Optional.of(Use.NAME);
    }
}
