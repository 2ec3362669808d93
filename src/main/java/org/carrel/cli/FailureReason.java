package org.carrel.cli;

import java.util.regex.Pattern;

/** Picks the line that tells a person most out of a server's log. Safe for use by several threads. */
final class FailureReason {
    /** Sentences that we wrote for people, wherever they appear in a stack trace. */
    private static final Pattern OURS =
            Pattern.compile("org\\.carrel\\.(?:platform\\.(?:Start|Setting)Problem|boot\\.BootProblem): (.+)");

    private static final Pattern CAUSE = Pattern.compile("^\\s*Caused by: (.+)");
    private static final Pattern SEVERE = Pattern.compile("(?:\\[SEVERE].*]|^SEVERE:)\\s*(\\S[^\\[\\]]+)$");
    private static final Pattern FATAL =
            Pattern.compile("^(Terminating due to java\\.lang\\.OutOfMemoryError.*|Error: .+|Exception in thread .+)");

    private String ours = "";
    private String cause = "";
    private String other = "";

    synchronized void see(String line) {
        ours = later(OURS, line, ours);
        cause = later(CAUSE, line, cause);
        other = later(SEVERE, line, later(FATAL, line, other));
    }

    synchronized String sentence() {
        if (!ours.isEmpty()) return ours;
        var found = cause.isEmpty() ? other : cause;
        return found.isEmpty() ? "It gave no reason." : found + ".";
    }

    private static String later(Pattern pattern, String line, String before) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(1).strip() : before;
    }
}
