package org.carrel.catalog.rules;

import java.util.List;
import org.carrel.catalog.BibRecord;
import org.carrel.catalog.MarcRecord;

/** Reads a MARC 21 bibliographic record for people: what it is called, who made it, when, for whom and about what. */
public final class RecordMapping {
    private RecordMapping() {}

    /**
     * Never fails: what is missing or damaged is empty in the result.
     *
     * @param thisYear no record is from later than the year after this one
     */
    public static BibRecord map(MarcRecord record, int thisYear) {
        var languages = LanguageMapping.of(record);
        var language = languages.isEmpty() ? "" : languages.getFirst();
        return new BibRecord(
                IdentifierMapping.of(record),
                KindRules.of(record),
                TitleMapping.of(record, language),
                NameMapping.of(record),
                SeriesMapping.of(record),
                PublicationMapping.of(record, thisYear),
                TopicMapping.of(record),
                NoteMapping.of(record),
                AudienceMapping.of(record),
                languages,
                ClassNumbers.of(record),
                LinkMapping.of(record));
    }

    /** Only what {@link Matching} and {@link MatchKeys} ask for, the rest empty: an import needs no more of most records. */
    public static BibRecord matchFacts(MarcRecord record, int thisYear) {
        var languages = LanguageMapping.of(record);
        var language = languages.isEmpty() ? "" : languages.getFirst();
        return new BibRecord(
                IdentifierMapping.of(record),
                KindRules.of(record),
                TitleMapping.of(record, language),
                NameMapping.of(record),
                List.of(),
                PublicationMapping.of(record, thisYear),
                new BibRecord.Topics(List.of(), List.of()),
                new BibRecord.Notes("", List.of(), List.of(), List.of()),
                new BibRecord.Audience(' ', null, null, null, null, null, "", null, null, ""),
                languages,
                List.of(),
                List.of());
    }
}
