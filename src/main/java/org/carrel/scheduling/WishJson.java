package org.carrel.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A wish as it is kept while it is offered to somebody, or somebody waits for it. */
public final class WishJson {
    private WishJson() {}

    /** The session that a wish is to become, as it was seen. */
    public record Change(long session, int version) {}

    public static String write(SessionWish wish) {
        return write(wish, Optional.empty());
    }

    /** @param change empty: a new session */
    static String write(SessionWish wish, Optional<Change> change) {
        var about = wish.about();
        var parts = Json.createArrayBuilder();
        wish.parts()
                .forEach(part -> parts.add(Json.createObjectBuilder()
                        .add("resource", part.resource())
                        .add("quantity", part.quantity())
                        .add("alone", part.alone())));
        var text = Json.createObjectBuilder()
                .add("site", wish.site())
                .add("day", wish.day().toString())
                .add("first", wish.first())
                .add("last", wish.last())
                .add("className", about.className())
                .add("grade", about.grade())
                .add("heads", about.heads())
                .add("subject", about.subject())
                .add("purpose", about.purpose())
                .add("topic", about.topic())
                .add("books", about.books())
                .add("parts", parts)
                .add("request", wish.request().toString());
        wish.teacher().ifPresent(teacher -> text.add("teacher", teacher));
        about.schoolClass().ifPresent(number -> text.add("schoolClass", number));
        change.ifPresent(of -> text.add("session", of.session()).add("version", of.version()));
        return text.build().toString();
    }

    /** What the wish is to change; empty: a new session. @param text as {@link #write} wrote it */
    static Optional<Change> change(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var wish = reader.readObject();
            var session = number(wish, "session");
            return session.isPresent()
                    ? Optional.of(new Change(session.getAsLong(), wish.getInt("version")))
                    : Optional.empty();
        }
    }

    /** @param text as {@link #write} wrote it */
    public static SessionWish read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var wish = reader.readObject();
            return new SessionWish(
                    wish.getString("site"),
                    LocalDate.parse(wish.getString("day")),
                    wish.getInt("first"),
                    wish.getInt("last"),
                    number(wish, "teacher"),
                    new SessionFacts(
                            number(wish, "schoolClass"),
                            wish.getString("className"),
                            wish.getString("grade"),
                            wish.getInt("heads"),
                            wish.getString("subject"),
                            wish.getString("purpose"),
                            wish.getString("topic"),
                            wish.getInt("books")),
                    wish.getJsonArray("parts").stream()
                            .map(JsonValue::asJsonObject)
                            .map(part -> new PartWish(
                                    part.getJsonNumber("resource").longValue(),
                                    part.getInt("quantity"),
                                    part.getBoolean("alone")))
                            .toList(),
                    UUID.fromString(wish.getString("request")));
        }
    }

    private static OptionalLong number(JsonObject object, String name) {
        return object.containsKey(name)
                ? OptionalLong.of(object.getJsonNumber(name).longValue())
                : OptionalLong.empty();
    }
}
