package org.carrel.catalog.marc;

import java.nio.charset.Charset;
import java.util.List;

/** Which Russian code page makes most common letters of the most bytes: a best effort, always to be confirmed. */
final class CyrillicGuess {
    private static final String COMMON = "оеаинтсрвлкмдпу";
    private static final List<TextEncoding> CANDIDATES =
            List.of(TextEncoding.CP866, TextEncoding.WINDOWS_1251, TextEncoding.KOI8_R);

    private CyrillicGuess() {}

    static TextEncoding of(byte[] bytes, int from, int to) {
        var best = TextEncoding.WINDOWS_1252;
        int most = -1;
        for (var candidate : CANDIDATES) {
            int score = candidate
                    .charset()
                    .map(charset -> score(bytes, from, to, charset))
                    .orElse(-1);
            if (score <= most) continue;
            most = score;
            best = candidate;
        }
        return best;
    }

    private static int score(byte[] bytes, int from, int to, Charset charset) {
        var text = new String(bytes, from, to - from, charset);
        int score = 0;
        for (int i = 0; i < text.length(); i++) {
            if (COMMON.indexOf(text.charAt(i)) >= 0) score++;
        }
        return score;
    }
}
