package org.carrel.scheduling;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;

/** What is said of a session outside of our pages, in one language. Of students it says how many they are. */
public final class SessionWords {
    private static final Control ENGLISH_LAST = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    /** @param language English or Spanish */
    public SessionWords(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("org.carrel.scheduling.words", language, ENGLISH_LAST);
    }

    /** One line: whose it is, or which subject, and the topic. */
    public String title(ClassSession session) {
        return title(session.about(), session.kind());
    }

    /** The same of what is told to whoever has a link. */
    public String title(SessionFacts about, ClassSession.Kind kind) {
        var name = Stream.of(about.className(), about.subject())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> text("title." + kind));
        return about.topic().isBlank() ? name : text("title.about", name, about.topic());
    }

    /** Its places, or what it has where it has none; with commas between. */
    public String where(ClassSession session) {
        return where(session.parts());
    }

    /** The same of some parts. */
    public String where(List<Part> parts) {
        var places = parts.stream().filter(part -> part.kind().isPlace()).toList();
        return names(places.isEmpty() ? parts : places);
    }

    /** All that it has, with commas between. */
    public String parts(ClassSession session) {
        return names(session.parts());
    }

    private String names(List<Part> parts) {
        return parts.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(Part part) {
        var name = part.name(language);
        return part.kind() == BookingResource.Kind.CART ? text("part.many", name, part.quantity()) : name;
    }

    /** What it is about, a line for each thing. */
    public String about(ClassSession session) {
        var about = session.about();
        var lines = new ArrayList<String>();
        if (session.state() == State.REQUESTED) lines.add(text("asked"));
        if (!session.teacher().name().isBlank())
            lines.add(text("teacher", session.teacher().name()));
        if (!about.grade().isBlank()) lines.add(text("grade", about.grade()));
        lines.add(text("people", about.heads()));
        lines.add(about.purpose());
        lines.add(parts(session));
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** @param key of the bundle */
    String text(String key, Object... details) {
        return new MessageFormat(words.getString(key), language).format(details);
    }
}
