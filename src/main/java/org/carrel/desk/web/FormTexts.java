package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was typed into a form, by the names of its fields; a field that was not sent is empty. */
record FormTexts(Map<String, String> texts) {
    static FormTexts of(HttpServletRequest request) {
        var texts = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> texts.put(name, values[0]));
        return new FormTexts(texts);
    }

    String get(String name) {
        return Objects.requireNonNullElse(texts.get(name), "");
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The constant of this name, or the other when there is none. */
    <E extends Enum<E>> E oneOf(String name, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equals(get(name)))
                .findFirst()
                .orElse(otherwise);
    }

    /** How many numbered groups there are: {@code rules.0.kind}, {@code rules.1.kind}. */
    int count(String group, String field) {
        var count = 0;
        while (has(group + "." + count + "." + field)) count++;
        return count;
    }

    /** -1 for what is no whole number that fits. */
    static long number(String text) {
        var plain = text.strip();
        return plain.matches("[0-9]{1,18}") ? Long.parseLong(plain) : -1;
    }

    /** The same for numbers that are small. */
    static int integer(String text) {
        var number = number(text);
        return number > Integer.MAX_VALUE ? -1 : (int) number;
    }

    /** As part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
