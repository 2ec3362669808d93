package org.carrel.security.rules;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carrel.security.Operation;
import org.carrel.security.Thing;

/**
 * An address, and what has to be allowed to who asks for it.
 *
 * @param method GET stands for HEAD too
 * @param path <code>{n}</code> is a number of ours, <code>{word}</code> anything but a slash, a last <code>**</code>
 *     anything
 * @param thing what the first number in the address counts, when it belongs to somebody
 * @param quiet pages ask for it by themselves: it keeps no session alive
 * @param proven asks for a password that was shown a short while ago
 */
public record AccessRow(
        String method, String path, Operation operation, Optional<Thing> thing, boolean quiet, boolean proven) {
    private static final String NUMBER = "([1-9][0-9]{0,17})";

    static AccessRow get(String path, Operation operation) {
        return new AccessRow("GET", path, operation, Optional.empty(), false, false);
    }

    static AccessRow post(String path, Operation operation) {
        return new AccessRow("POST", path, operation, Optional.empty(), false, false);
    }

    static AccessRow delete(String path, Operation operation) {
        return new AccessRow("DELETE", path, operation, Optional.empty(), false, false);
    }

    AccessRow of(Thing counted) {
        return new AccessRow(method, path, operation, Optional.of(counted), quiet, proven);
    }

    AccessRow askedByThePage() {
        return new AccessRow(method, path, operation, thing, true, proven);
    }

    AccessRow withFreshPassword() {
        return new AccessRow(method, path, operation, thing, quiet, true);
    }

    /** Whether it is for programs, which have a token; nobody who is signed in gets there by a cookie. */
    public boolean isForPrograms() {
        return AccessTable.isForPrograms(path);
    }

    /** Whether anybody may ask, signed in or not. */
    public boolean isOpen() {
        return RoleMatrix.isOpen(operation);
    }

    public boolean answers(String asked) {
        return asked.equals(method) || asked.equals("HEAD") && method.equals("GET");
    }

    public boolean matches(String address) {
        return matcher(address).matches();
    }

    /** The number of the thing in the address; empty when no thing is counted there. */
    public OptionalLong number(String address) {
        var matcher = matcher(address);
        if (thing.isEmpty() || !matcher.matches()) return OptionalLong.empty();
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    private Matcher matcher(String address) {
        return Shape.of(path).matcher(address);
    }

    /** Made once for each path. */
    private static final class Shape {
        private static final Map<String, Pattern> MADE = new ConcurrentHashMap<>();

        static Pattern of(String path) {
            return MADE.computeIfAbsent(path, Shape::made);
        }

        private static Pattern made(String path) {
            var rest = path.endsWith("**") ? ".+" : "";
            var fixed = path.endsWith("**") ? path.substring(0, path.length() - 2) : path;
            var shape = new StringBuilder();
            for (var part : fixed.split("(?=\\{)|(?<=})", -1)) {
                shape.append(
                        switch (part) {
                            case "{n}" -> NUMBER;
                            case "{word}" -> "[^/]+";
                            default -> Pattern.quote(part);
                        });
            }
            return Pattern.compile(shape + rest);
        }
    }
}
