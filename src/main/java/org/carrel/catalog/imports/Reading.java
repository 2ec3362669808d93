package org.carrel.catalog.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.CopyMapping;
import org.carrel.catalog.rules.CopyPreset;
import org.carrel.catalog.rules.HouseRules;

/**
 * How the records of one file are taken: by its settings, and by what its first records show of its copies.
 *
 * @param preset where its copies stand; empty when that is for each record to show, or the settings have a map
 * @param aboutCopies see {@link SettingsJson#aboutCopies}
 */
record Reading(ImportSettings settings, Optional<CopyPreset> preset, String aboutCopies) {
    static Reading of(Path file, ImportSettings settings) {
        return of(settings, () -> CopyPresets.of(file));
    }

    /** For records that left their file behind. */
    static Reading of(List<MarcRecord> records, ImportSettings settings) {
        return of(settings, () -> CopyPreset.detectForFile(records));
    }

    private static Reading of(ImportSettings settings, Supplier<Optional<CopyPreset>> detected) {
        var preset =
                switch (settings.copies()) {
                    case CopySource.Detect detect -> detected.get();
                    case CopySource.Preset chosen -> Optional.of(CopyPreset.of(chosen.form()));
                    case CopySource.Custom custom -> Optional.<CopyPreset>empty();
                };
        return new Reading(settings, preset, SettingsJson.aboutCopies(settings));
    }

    /** The record as the house rules make it. */
    MarcRecord record(MarcRecord read) {
        return HouseRules.record(settings.rules(), read);
    }

    /** The copies as the house rules make them. */
    List<CopyStatement> copies(MarcRecord read) {
        var source = HouseRules.forCopies(settings.rules(), read);
        var stated = stated(source);
        return settings.rules().isEmpty()
                ? stated
                : stated.stream()
                        .map(copy -> HouseRules.copy(settings.rules(), source, copy))
                        .toList();
    }

    /** The copies that a record states, before the house rules about copies. */
    List<CopyStatement> stated(MarcRecord record) {
        if (settings.copies() instanceof CopySource.Custom custom) return CopyMapping.copies(record, custom.map());
        return preset.or(() -> CopyPreset.detect(record))
                .map(chosen -> CopyMapping.copies(record, chosen))
                .orElse(List.of());
    }
}
