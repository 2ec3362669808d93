package org.carrel.platform.rest;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carrel.platform.JsonText;

/**
 * The interface as OpenAPI 3.1, made from its resources: their annotations, {@link Described} and the records that they take and
 * answer. Decision 33 says why the server's own is not used.
 */
public final class ApiDocument {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String JSON = "application/json";
    private static final String TOKEN = "token";
    private static final String ABOUT = """
            What the desk of the library does, for programs. A token stands for one school and one role. Whatever is sent by \
            POST or DELETE has an Idempotency-Key: the same key again is answered as before and does nothing. Failures are \
            problems (RFC 9457) in the words of the screens, in English or Spanish.""";

    private final ApiSchemas schemas = new ApiSchemas();
    private final Map<String, JsonObjectBuilder> paths = new TreeMap<>();

    private ApiDocument() {}

    /** @param server where the interface is, without its own path */
    public static JsonObject of(Collection<Class<?>> resources, String server) {
        var document = new ApiDocument();
        for (var resource : resources) document.add(resource);
        return document.json(server);
    }

    private JsonObject json(String server) {
        var all = JsonText.object();
        paths.forEach(all::add);
        var token = JsonText.object().add("type", "http").add("scheme", "bearer");
        return JsonText.object()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        JsonText.object()
                                .add("title", "Carrel")
                                .add("version", "1")
                                .add("description", ABOUT))
                .add("servers", JsonText.array().add(JsonText.object().add("url", server)))
                .add("paths", all)
                .add(
                        "components",
                        JsonText.object()
                                .add("schemas", JsonText.object(schemas.all()).add("Problem", problem()))
                                .add("securitySchemes", JsonText.object().add(TOKEN, token)))
                .build();
    }

    private void add(Class<?> resource) {
        var root =
                "/" + ApiApplication.class.getAnnotation(ApplicationPath.class).value() + "/"
                        + resource.getAnnotation(Path.class).value();
        var methods = Stream.of(resource.getDeclaredMethods())
                .filter(method -> !verb(method).isEmpty())
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
        for (var method : methods) {
            var own = method.getAnnotation(Path.class);
            var path = own == null ? root : root + "/" + own.value();
            paths.computeIfAbsent(path, key -> JsonText.object()).add(verb(method), operation(method, path));
        }
    }

    private static String verb(Method method) {
        var known = List.of(GET.class, POST.class, DELETE.class);
        return known.stream()
                .filter(method::isAnnotationPresent)
                .map(verb -> verb.getSimpleName().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private JsonObjectBuilder operation(Method method, String path) {
        var described = method.getAnnotation(Described.class);
        if (described == null) throw new IllegalStateException("Nothing is said of " + method);
        var operation = JsonText.object()
                .add("operationId", method.getName())
                .add("summary", described.value())
                .add("parameters", parameters(described, path, !verb(method).equals("get")))
                .add("responses", responses(described));
        if (!described.more().isEmpty()) operation.add("description", described.more());
        if (described.body() != Void.class) {
            operation.add(
                    "requestBody",
                    JsonText.object()
                            .add("required", true)
                            .add("content", content(JSON, schemas.of(described.body()))));
        }
        var needed = JsonText.array();
        if (!described.open()) needed.add(JsonText.object().add(TOKEN, JsonText.array()));
        return operation.add("security", needed);
    }

    private static JsonArrayBuilder parameters(Described described, String path, boolean changes) {
        var parameters = JsonText.array();
        VARIABLE.matcher(path)
                .results()
                .forEach(found ->
                        parameters.add(parameter("path", found.group(1), "").add("required", true)));
        for (var query : described.query()) {
            var parts = query.split(": ", 2);
            parameters.add(parameter("query", parts[0], parts[1]));
        }
        if (changes) {
            parameters.add(parameter("header", "Idempotency-Key", "8 to 100 signs, another for each thing that is done")
                    .add("required", true));
        }
        return parameters.add(parameter("header", "Accept-Language", "en or es"));
    }

    private static JsonObjectBuilder parameter(String in, String name, String about) {
        var parameter = JsonText.object()
                .add("in", in)
                .add("name", name)
                .add("schema", JsonText.object().add("type", "string"));
        return about.isEmpty() ? parameter : parameter.add("description", about);
    }

    private JsonObjectBuilder responses(Described described) {
        var good = JsonText.object().add("description", "Done");
        if (described.answer() != Void.class) {
            var schema = described.list() ? schemas.listOf(described.answer()) : schemas.of(described.answer());
            good.add("content", content(JSON, schema));
        }
        var reference =
                JsonText.object().add("$ref", "#/components/schemas/Problem").build();
        var failed = JsonText.object()
                .add("description", "Nothing was done")
                .add("content", content("application/problem+json", reference));
        return JsonText.object().add(String.valueOf(described.status()), good).add("default", failed);
    }

    private static JsonObjectBuilder content(String type, JsonObject schema) {
        return JsonText.object().add(type, JsonText.object().add("schema", schema));
    }

    private static JsonObjectBuilder problem() {
        var text = JsonText.object().add("type", "string").build();
        var block = JsonText.object()
                .add("type", "object")
                .add(
                        "properties",
                        JsonText.object().add("code", text).add("text", text).add("lifting", text));
        var properties = JsonText.object()
                .add("type", text)
                .add("title", text)
                .add("status", JsonText.object().add("type", "integer"))
                .add("detail", text)
                .add("instance", text)
                .add("field", text)
                .add("blocks", JsonText.object().add("type", "array").add("items", block));
        return JsonText.object()
                .add("type", "object")
                .add("properties", properties)
                .add("required", JsonText.array(List.of("type", "title", "status")));
    }
}
