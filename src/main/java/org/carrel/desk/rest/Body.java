package org.carrel.desk.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.JsonText;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;

/** The JSON object that was sent, read field by field. What cannot be meant ends the request with a problem that names the field. */
final class Body {
    private static final JsonString EMPTY = JsonText.value("");

    private final JsonObject json;
    private final String place;
    private final StaffWords words;

    private Body(JsonObject json, String place, StaffWords words) {
        this.json = json;
        this.place = place;
        this.words = words;
    }

    /** @param shape the record whose fields it may have @param sent nothing stands for an object without fields */
    static Body of(byte[] sent, Class<?> shape, StaffWords words) {
        var body = new Body(sent.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : read(sent, words), "", words);
        return body.only(shape);
    }

    private static JsonObject read(byte[] sent, StaffWords words) {
        try {
            return JsonText.read(new String(sent, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new ProblemException(Problem.of(400, words.text("api.malformed")));
        }
    }

    /** A field that nobody reads is one that was misspelled. */
    private Body only(Class<?> shape) {
        var known = Arrays.stream(shape.getRecordComponents())
                .map(part -> part.getName())
                .toList();
        json.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw bad(name, words.text("api.unknownField", String.join(", ", known)));
        });
        return this;
    }

    /** What stands in a field cannot be meant. */
    ProblemException bad(String name, String why) {
        return new ProblemException(
                Problem.ours("bad-field", 422, words.text("api.badField"), why).with("field", place + name));
    }

    boolean has(String name) {
        return json.containsKey(name) && !json.isNull(name);
    }

    /** Empty for a field that is not there. */
    String text(String name, int longest) {
        if (!has(name)) return "";
        if (!(json.get(name) instanceof JsonString text)) throw bad(name, words.text("api.notText"));
        if (text.getString().length() > longest) throw bad(name, words.text("api.tooLong", longest));
        return text.getString().strip();
    }

    String needed(String name, int longest) {
        var text = text(name, longest);
        if (text.isEmpty()) throw bad(name, words.text("api.missing"));
        return text;
    }

    /** From 0. */
    Optional<Long> number(String name) {
        if (!has(name)) return Optional.empty();
        if (json.get(name) instanceof JsonNumber number && number.isIntegral()) {
            var value = number.bigIntegerValue();
            if (value.signum() >= 0 && value.bitLength() < Long.SIZE - 1) return Optional.of(value.longValue());
        }
        throw bad(name, words.text("api.notNumber"));
    }

    Optional<LocalDate> day(String name) {
        if (!has(name)) return Optional.empty();
        try {
            return Optional.of(LocalDate.parse(needed(name, 10)));
        } catch (DateTimeParseException e) {
            throw bad(name, words.text("api.notDay"));
        }
    }

    boolean yes(String name) {
        if (!has(name)) return false;
        if (JsonValue.TRUE.equals(json.get(name))) return true;
        if (JsonValue.FALSE.equals(json.get(name))) return false;
        throw bad(name, words.text("api.notYesOrNo"));
    }

    /** The constants of these names; none for a field that is not there. */
    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        if (!has(name)) return List.of();
        if (!(json.get(name) instanceof JsonArray names)) throw bad(name, words.text("api.notList"));
        return names.stream()
                .map(one -> constant(name, one instanceof JsonString text ? text : EMPTY, type))
                .toList();
    }

    /** Empty for a field that is not there. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return has(name)
                ? Optional.of(constant(name, json.get(name) instanceof JsonString text ? text : EMPTY, type))
                : Optional.empty();
    }

    private <E extends Enum<E>> E constant(String name, JsonString text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text.getString()))
                .findFirst()
                .orElseThrow(() -> bad(
                        name,
                        words.text(
                                "api.oneOf",
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList()))));
    }

    /** The objects of a list, each with the fields of the shape; none for a field that is not there. */
    List<Body> objects(String name, Class<?> shape) {
        if (!has(name)) return List.of();
        if (!(json.get(name) instanceof JsonArray list)) throw bad(name, words.text("api.notList"));
        return IntStream.range(0, list.size())
                .mapToObj(at -> {
                    if (!(list.get(at) instanceof JsonObject inner)) throw bad(name, words.text("api.notObject"));
                    return new Body(inner, place + name + "[" + at + "].", words).only(shape);
                })
                .toList();
    }

    /** An object without fields for a field that is not there. */
    Body object(String name, Class<?> shape) {
        if (!has(name)) return new Body(JsonValue.EMPTY_JSON_OBJECT, place + name + ".", words);
        if (!(json.get(name) instanceof JsonObject inner)) throw bad(name, words.text("api.notObject"));
        return new Body(inner, place + name + ".", words).only(shape);
    }
}
