package org.carrel.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.rules.BriefRecordEdit;
import org.carrel.catalog.rules.BriefRecords;
import org.carrel.catalog.rules.FixedFieldTables;
import org.carrel.catalog.rules.MarcTables;
import org.carrel.catalog.rules.MarcTemplates;
import org.carrel.platform.Door;

/** The MARC 21 format in plain words, and records as people who are no catalogers see them. Stores nothing. */
@Door
public class MarcHelp {
    private final Clock clock;

    @Inject
    public MarcHelp(Clock clock) {
        this.clock = clock;
    }

    /** All fields that the format defines, by tag, families of local ones last. */
    public List<FieldDefinition> fields() {
        return MarcTables.fields();
    }

    /** Empty for a tag that the format does not define. */
    public Optional<FieldDefinition> field(String tag) {
        return MarcTables.field(tag);
    }

    /** How the leader is read by position. */
    public FixedFieldTable leader() {
        return FixedFieldTables.leader();
    }

    /**
     * How a control field is read by position.
     *
     * @param leader decides about 008
     * @return empty for one that is not, or when the leader or the data do not say
     */
    public Optional<FixedFieldTable> table(String tag, String data, String leader) {
        return switch (tag) {
            case "006" -> FixedFieldTables.of006(data);
            case "007" -> FixedFieldTables.of007(data);
            case "008" ->
                leader.length() == MarcRecord.LEADER_LENGTH
                        ? Optional.of(FixedFieldTables.of(new MarcRecord(leader, List.of())))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Where a new record can start, by material. */
    public List<MarcTemplate> templates() {
        return MarcTemplates.all();
    }

    /** Languages by their MARC codes. */
    public List<CodeMeaning> languages() {
        return MarcTables.languages();
    }

    /** The record as the plain form shows it. */
    public BriefRecord brief(MarcRecord record) {
        return BriefRecords.of(record);
    }

    /** A correct record of what somebody said about a book. */
    public MarcRecord record(BriefRecord brief) {
        return BriefRecords.toMarc(brief, LocalDate.now(clock));
    }

    /** The record with what was changed in the form, and everything else as it was. */
    public MarcRecord apply(BriefRecord changed, MarcRecord record) {
        return BriefRecordEdit.apply(changed, record);
    }
}
