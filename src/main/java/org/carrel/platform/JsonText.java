package org.carrel.platform;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/**
 * JSON for what is asked for often. The methods of {@link jakarta.json.Json} look through the class path for who does the work at
 * every call, which takes longer than the work; here it is looked for once.
 */
public final class JsonText {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final Map<String, ?> NO_CONFIGURATION = Map.of();
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(NO_CONFIGURATION);

    private JsonText() {}

    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** With the members of the other to begin with. */
    public static JsonObjectBuilder object(JsonObject other) {
        return BUILDERS.createObjectBuilder(other);
    }

    public static JsonString value(String text) {
        return PROVIDER.createValue(text);
    }

    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    public static JsonArrayBuilder array(Collection<?> values) {
        return BUILDERS.createArrayBuilder(values);
    }

    /** Throws {@link jakarta.json.JsonException} for text that is no object. */
    public static JsonObject read(String text) {
        try (var reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
