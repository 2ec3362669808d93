package org.carrel.browser;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A book that the running product has, with what is printed on it, as its JSON interface tells: so the tests hang on no
 * particular data. System property {@code carrel.test.book} names the search, {@code charlotte's web} when not set.
 */
record KnownBook(long id, String title, String isbn, String barcode, String callNumber) {
    static final String SEARCH = System.getProperty("carrel.test.book", "charlotte's web");

    static KnownBook find() {
        var found = get(
                "/api/v1/catalog/search?size=1&q=" + SEARCH.replace(" ", "%20").replace("'", "%27"));
        var id = first(found, "\"id\":(\\d+)");
        Product.require(!id.isEmpty(), "The product has no \"" + SEARCH + "\": name another with -Dcarrel.test.book");
        var record = get("/api/v1/catalog/records/" + id);
        return new KnownBook(
                Long.parseLong(id),
                first(record, "\"title\":\"((?:[^\"\\\\]|\\\\.)*)\",\"titleProper\""),
                first(record, "\"isbns\":\\[\"(\\d+)\""),
                first(record, "\"barcode\":\"([^\"]+)\""),
                first(record, "\"callNumber\":\"([^\"]+)\""));
    }

    private static String first(String json, String pattern) {
        return Pattern.compile(pattern)
                .matcher(json)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElse("");
    }

    private static String get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(Product.url(path)).build();
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("The product does not answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The forms in which people and scanners ask for it; those that the record does not have are left out. */
    List<String> numbers() {
        return List.of(isbn, barcode, callNumber).stream()
                .filter(number -> !number.isEmpty())
                .toList();
    }
}
