package org.carrel.devices.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asset tags as people and consoles write them: compared without regard to case and blanks around them (V4). */
public final class AssetTags {
    /** What Code 128 can say and every scanner reads back: printable ASCII; blanks may stand inside. */
    private static final Pattern READABLE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    private static final Set<String> PLACEHOLDERS =
            Set.of("NO ASSET TAG", "NO ASSET INFORMATION", "ASSET TAG", "NO TAG", "NOT ASSIGNED", "ASSET-1234567890");

    private AssetTags() {}

    /** As it is kept: without blanks around it. */
    public static String shown(String read) {
        return read.strip();
    }

    /** What a console says in its own field, when it says anything: a placeholder never becomes a tag (B82). */
    public static Optional<String> said(String read) {
        var tag = shown(read);
        var key = tag.toUpperCase(Locale.ROOT);
        var nothing = PLACEHOLDERS.contains(key) || Serials.isPlaceholder(key);
        return nothing ? Optional.empty() : Optional.of(tag);
    }

    public static boolean isReadable(String tag) {
        return READABLE.matcher(tag).matches();
    }
}
