package org.carrel.platform.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.platform.JsonText;
import org.jspecify.annotations.Nullable;

/** The records of the interface as JSON schemas, each once. */
final class ApiSchemas {
    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "integer",
            Long.class, "integer",
            double.class, "number",
            Double.class, "number");

    private final Map<String, JsonObject> made = new TreeMap<>();

    /** Where the schema of the record stands; it is made when it is not there yet. */
    JsonObject of(Class<?> type) {
        return schema(type).build();
    }

    JsonObject listOf(Class<?> type) {
        return JsonText.object().add("type", "array").add("items", of(type)).build();
    }

    JsonObject all() {
        var all = JsonText.object();
        made.forEach(all::add);
        return all.build();
    }

    private JsonObjectBuilder schema(Type type) {
        if (type instanceof ParameterizedType list) {
            var element = list.getActualTypeArguments()[0];
            return JsonText.object().add("type", "array").add("items", schema(element));
        }
        var plain = (Class<?>) type;
        if (PLAIN.containsKey(plain)) return JsonText.object().add("type", PLAIN.get(plain));
        if (plain == LocalDate.class)
            return JsonText.object().add("type", "string").add("format", "date");
        if (plain.isEnum()) return choice(plain);
        if (!plain.isRecord()) throw new IllegalStateException("No schema for " + plain);
        if (!made.containsKey(name(plain))) {
            made.put(name(plain), JsonObject.EMPTY_JSON_OBJECT); // a record may have itself in it
            made.put(name(plain), record(plain));
        }
        return JsonText.object().add("$ref", "#/components/schemas/" + name(plain));
    }

    /** {@code FoundPage.Hit} of {@code FoundPage$Hit}. */
    private static String name(Class<?> type) {
        var simple = type.getName().substring(type.getPackageName().length() + 1);
        return simple.replace('$', '.').replace("Json", "");
    }

    private static JsonObjectBuilder choice(Class<?> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        return JsonText.object().add("type", "string").add("enum", JsonText.array(names));
    }

    private JsonObject record(Class<?> type) {
        var properties = new LinkedHashMap<String, JsonObject>();
        var required = Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        for (var part : type.getRecordComponents()) properties.put(part.getName(), property(part));
        var fields = JsonText.object();
        properties.forEach(fields::add);
        var schema = JsonText.object().add("type", "object").add("properties", fields);
        if (!required.isEmpty()) schema.add("required", JsonText.array(List.copyOf(required)));
        return schema.build();
    }

    private JsonObject property(RecordComponent part) {
        var schema = schema(part.getGenericType());
        var about = part.getAnnotation(About.class);
        return (about == null ? schema : schema.add("description", about.value())).build();
    }
}
