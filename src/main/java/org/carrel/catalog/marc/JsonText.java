package org.carrel.catalog.marc;

/**
 * Walks through JSON text, forgiving what people write by hand: keys without quotes, missing and trailing commas.
 * Everything forgiven is remembered, so that a report can tell it.
 */
final class JsonText {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private boolean repaired;

    JsonText(String text) {
        this.text = text;
    }

    /** The text stopped making sense here. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        final int position;

        Malformed(String message, int position) {
            super(message, null, false, false);
            this.position = position;
        }
    }

    boolean repaired() {
        return repaired;
    }

    int position() {
        return at;
    }

    void repairedHere() {
        repaired = true;
    }

    /** The next character that is no blank, without taking it; 0 at the end. */
    char peek() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\uFEFF') return c;
            at++;
        }
        return 0;
    }

    void expect(char wanted) throws Malformed {
        char found = peek();
        if (found != wanted) throw malformed("'" + wanted + "' expected, '" + (found == 0 ? "end" : found) + "' found");
        at++;
    }

    boolean take(char wanted) {
        if (peek() != wanted) return false;
        at++;
        return true;
    }

    /** True when another member follows before the closing bracket; takes the comma, or the bracket. */
    boolean more(char close, boolean first) throws Malformed {
        if (take(close)) return false;
        if (first) return true;
        if (!take(',')) {
            if (peek() == 0) throw malformed("the text ends inside a bracket");
            repaired = true;
        }
        if (take(close)) {
            repaired = true;
            return false;
        }
        return true;
    }

    /** A key with its colon. */
    String key() throws Malformed {
        var key = peek() == '"' ? string() : bareWord();
        expect(':');
        return key;
    }

    private String bareWord() throws Malformed {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) at++;
        if (start == at) throw malformed("a name expected");
        repaired = true;
        return text.substring(start, at);
    }

    String string() throws Malformed {
        if (peek() != '"') return scalar();
        int start = at + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return text.substring(start, i);
            }
            if (c == '\\') return escaped(start, i);
            if (c < ' ') repaired = true;
        }
        throw malformed("the closing quote is missing");
    }

    /** A number, true, false or null where text belongs: kept as it is written, null as nothing. */
    private String scalar() throws Malformed {
        int start = at;
        while (at < text.length() && ",]}: \r\n\t{[\"".indexOf(text.charAt(at)) < 0) at++;
        if (start == at) throw malformed("text expected");
        repaired = true;
        var word = text.substring(start, at);
        return word.equals("null") ? "" : word;
    }

    private String escaped(int start, int firstEscape) throws Malformed {
        var value = new StringBuilder(64).append(text, start, firstEscape);
        int i = firstEscape;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == '"') {
                at = i;
                return value.toString();
            }
            if (c != '\\') {
                if (c < ' ') repaired = true;
                value.append(c);
                continue;
            }
            char kind = i < text.length() ? text.charAt(i++) : 0;
            if (kind == 'u') {
                value.append(unicode(i));
                i += 4;
            } else {
                value.append(plainEscape(kind, i));
            }
        }
        throw malformed("the closing quote is missing");
    }

    private char plainEscape(char kind, int position) throws Malformed {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new Malformed("unknown escape \\" + kind, position);
        };
    }

    private char unicode(int from) throws Malformed {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) throw new Malformed("\\u needs four hexadecimal digits", from);
            code = code * 16 + digit;
        }
        return (char) code;
    }

    /** Passes over a value nobody asked for. */
    void skip() throws Malformed {
        skip(0);
    }

    private void skip(int depth) throws Malformed {
        if (depth > DEEPEST) throw malformed("nested too deep");
        char open = peek();
        if (open == '{') {
            at++;
            for (boolean first = true; more('}', first); first = false) {
                key();
                skip(depth + 1);
            }
        } else if (open == '[') {
            at++;
            for (boolean first = true; more(']', first); first = false) skip(depth + 1);
        } else if (open == '"') {
            string();
        } else {
            boolean before = repaired;
            scalar();
            repaired = before;
        }
    }

    Malformed malformed(String message) {
        return new Malformed(message, at);
    }
}
