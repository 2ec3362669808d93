package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in the address of a staff page: of an import or a profile, and of a record in a file. */
final class Numbered {
    private static final String IMPORT = "org.carrel.desk.import";
    private static final String LINE = "org.carrel.desk.line";

    private Numbered() {}

    /**
     * @param path with the import's number as first group and the record's, if any, as second
     * @param method what it answers; GET stands for HEAD too
     * @param target the page or servlet behind it
     */
    record Route(Pattern path, String method, String target) {
        static Route get(String path, String target) {
            return new Route(Pattern.compile(path), "GET", target);
        }

        static Route post(String path, String target) {
            return new Route(Pattern.compile(path), "POST", target);
        }

        boolean answers(String asked) {
            return asked.equals(method) || asked.equals("HEAD") && method.equals("GET");
        }
    }

    static void keep(HttpServletRequest request, Matcher path) {
        if (!path.matches() || path.groupCount() == 0) return;
        request.setAttribute(IMPORT, Long.valueOf(path.group(1)));
        if (path.groupCount() > 1) request.setAttribute(LINE, Integer.valueOf(path.group(2)));
    }

    static OptionalLong importNumber(HttpServletRequest request) {
        return request.getAttribute(IMPORT) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    static OptionalInt line(HttpServletRequest request) {
        return request.getAttribute(LINE) instanceof Integer line ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
