package org.carrel.catalog.marc;

/** The decision about the encoding of a record that has a leader, with the findings it gives rise to. */
final class Decisions {
    private Decisions() {}

    static EncodingDecision decide(byte[] bytes, int from, int to, char flag, Findings findings) {
        var evidence = ByteEvidence.of(bytes, from, to);
        if (evidence.otherScript() && evidence.utf8() * 4 < evidence.other() && evidence.escapes() == 0) {
            var guess = CyrillicGuess.of(bytes, from, to);
            findings.add(MarcProblem.ENCODING_NOT_RECOGNISED, "", guess.name());
            return new EncodingDecision(flag, guess, false);
        }
        var decision = EncodingDetector.decide(evidence, flag);
        boolean says8 = decision.found() == TextEncoding.UTF_8 && flag != 'a';
        boolean saysA = decision.found() != TextEncoding.UTF_8 && decision.found() != TextEncoding.ASCII && flag == 'a';
        if (says8 || saysA) {
            findings.add(
                    MarcProblem.LEADER_ENCODING_WRONG,
                    "leader/09",
                    decision.found().name());
        }
        if (!decision.certain() && decision.found() != TextEncoding.UTF_8) {
            findings.add(MarcProblem.ENCODING_UNCERTAIN, "", firstBytes(bytes, from, to));
        }
        return decision;
    }

    private static String firstBytes(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) return Findings.hex(bytes, i, Math.min(to, i + 6));
        }
        return "";
    }
}
