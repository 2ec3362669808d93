package org.carrel.search.rules;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of pages of results, as people copy them out of a browser. */
public final class AddressText {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*|/.*|\\?.*|\\S+/search([?#]\\S*)?", Pattern.DOTALL);
    private static final Pattern RESULTS = Pattern.compile("(\\S*/search)?(\\?([^\\s#]*))?(#\\S*)?");

    private AddressText() {}

    /** Whether a text is meant as an address and not as words. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** What stands after the question mark, may be empty; nothing for the address of another page. */
    public static Optional<String> query(String address) {
        var found = RESULTS.matcher(address);
        if (!found.matches()) return Optional.empty();
        return Optional.of(found.group(3) == null ? "" : found.group(3));
    }

    /** The parameters of a query by name, in order; nothing when it is written wrongly. */
    public static Optional<Map<String, String[]>> parameters(String query) {
        var lists = new LinkedHashMap<String, List<String>>();
        try {
            for (var part : query.split("&", -1)) {
                var sign = part.indexOf('=');
                if (sign <= 0) continue;
                lists.computeIfAbsent(decoded(part.substring(0, sign)), name -> new ArrayList<>())
                        .add(decoded(part.substring(sign + 1)));
            }
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String[]>();
        lists.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Optional.of(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
