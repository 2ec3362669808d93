package org.carrel.platform;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** For how many days what concerns people is kept, by the settings {@code carrel.keep.…}; what each is for says the feature. */
public record RetentionSettings(Map<Setting, Integer> days) {
    private static final String KEEP = "carrel.keep.";
    private static final Pattern RANGE = Pattern.compile("a number of days from (\\d+) to (\\d+)");

    public RetentionSettings {
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    public int days(Setting setting) {
        return Objects.requireNonNull(days.get(setting), setting.key());
    }

    public static boolean isOne(Setting setting) {
        return setting.key().startsWith(KEEP);
    }

    /** Throws {@link SettingProblem} with the first that is out of its range. */
    static RetentionSettings of(SettingSources sources) {
        var days = new EnumMap<Setting, Integer>(Setting.class);
        for (var setting : Setting.values()) if (isOne(setting)) days.put(setting, days(setting, sources));
        return new RetentionSettings(days);
    }

    /** The range is what the setting says that it must be. */
    private static int days(Setting setting, SettingSources sources) {
        var range = RANGE.matcher(setting.allowed());
        if (!range.matches()) throw new IllegalStateException("No range: " + setting.key());
        var text = sources.text(setting);
        var days = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (days < Integer.parseInt(range.group(1)) || days > Integer.parseInt(range.group(2))) {
            throw sources.problem(setting);
        }
        return days;
    }
}
