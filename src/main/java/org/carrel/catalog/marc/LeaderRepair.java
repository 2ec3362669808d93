package org.carrel.catalog.marc;

import org.carrel.catalog.MarcRecord;

/**
 * Brings a leader into the form in which records are kept: 24 characters, lengths zero (they are computed on writing),
 * leader/09 = a because the text is Unicode now, 22 and 4500 where MARC 21 allows nothing else.
 */
final class LeaderRepair {
    private static final String STATUSES = "acdnposx";
    private static final String TYPES = "acdefgijkmoprtzuvxywq";
    private static final String FORMS = " aciunrp";

    private LeaderRepair() {}

    static String repair(String raw, Findings findings) {
        if (raw.isBlank()) findings.add(MarcProblem.LEADER_MISSING, "leader", "");
        else if (raw.length() != MarcRecord.LEADER_LENGTH) {
            findings.add(MarcProblem.LEADER_LENGTH_WRONG, "leader", raw);
        }
        var leader = new char[MarcRecord.LEADER_LENGTH];
        for (int i = 0; i < leader.length; i++) leader[i] = plain(raw, i, findings);
        fill(leader, 0, "00000");
        fill(leader, 12, "00000");
        leader[9] = 'a';
        demand(leader, 10, "22", findings);
        demand(leader, 20, "4500", findings);
        flagUnknown(leader, findings);
        return new String(leader);
    }

    private static char plain(String raw, int at, Findings findings) {
        if (at >= raw.length()) return ' ';
        char c = raw.charAt(at);
        boolean computed = at < 5 || at >= 12 && at < 17;
        if (c >= ' ' && c < 0x7F && c != '^' && c != '\\') return c;
        if (!computed && at < 20 && at != 10 && at != 11) {
            findings.add(MarcProblem.LEADER_REPAIRED, at < 10 ? "leader/0" + at : "leader/" + at, TextCleaner.named(c));
        }
        return ' ';
    }

    private static void demand(char[] leader, int at, String wanted, Findings findings) {
        var found = new String(leader, at, wanted.length());
        if (found.equals(wanted)) return;
        findings.add(MarcProblem.LEADER_REPAIRED, "leader/" + at + "-" + (at + wanted.length() - 1), found);
        fill(leader, at, wanted);
    }

    private static void fill(char[] leader, int at, String text) {
        for (int i = 0; i < text.length(); i++) leader[at + i] = text.charAt(i);
    }

    private static void flagUnknown(char[] leader, Findings findings) {
        flag(leader[5], STATUSES, MarcProblem.LEADER_STATUS_UNKNOWN, "leader/05", findings);
        flag(leader[6], TYPES, MarcProblem.LEADER_TYPE_UNKNOWN, "leader/06", findings);
        boolean bibliographic = "zuvxywq".indexOf(leader[6]) < 0;
        if (bibliographic) flag(leader[18], FORMS, MarcProblem.LEADER_FORM_UNKNOWN, "leader/18", findings);
    }

    private static void flag(char c, String known, MarcProblem problem, String place, Findings findings) {
        if (known.indexOf(c) < 0) findings.add(problem, place, String.valueOf(c));
    }
}
