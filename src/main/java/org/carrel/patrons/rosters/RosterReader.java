package org.carrel.patrons.rosters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.RosterFinding.Kind;
import org.carrel.patrons.RosterMapping;

/** Opens a roster, whatever it is: OneRoster in a zip file or folder, its list of users alone, a plain list, a workbook. */
final class RosterReader {
    private final List<Member> members;

    private RosterReader(List<Member> members) {
        this.members = members;
    }

    /** Throws {@link RosterUnreadable}. */
    static RosterReader of(Path path) {
        return new RosterReader(RosterMembers.of(path));
    }

    static RosterReader of(List<Member> members) {
        return new RosterReader(members);
    }

    /** False for a plain list, which needs a mapping. */
    boolean isOneRoster() {
        if (members.size() != 1) return true;
        return members.getFirst().part().equals("users") || isListOfUsers(members.getFirst());
    }

    private static boolean isListOfUsers(Member member) {
        if (isWorkbook(member)) return false;
        var table = new CsvTable(member);
        return table.has("sourcedId") && table.has("familyName");
    }

    /** Looked through to its end. Throws {@link RosterUnreadable}; a plain list without a mapping is refused, too. */
    Roster read(Optional<RosterMapping> mapping) {
        if (isOneRoster()) return OneRoster.read(tables());
        return PlainList.read(table(), wanted(mapping));
    }

    /** The same without looking it through, for what was looked through before. */
    Roster reread(Optional<RosterMapping> mapping) {
        if (isOneRoster()) return OneRoster.reread(tables());
        return PlainList.reread(table(), wanted(mapping));
    }

    private RosterMapping wanted(Optional<RosterMapping> mapping) {
        return mapping.orElseThrow(() ->
                new RosterUnreadable(Kind.MAPPING_MISSING, members.getFirst().name(), ""));
    }

    /** The tables of a OneRoster file. */
    RosterTables tables() {
        if (members.size() != 1) return new RosterTables(members);
        return new RosterTables(
                List.of(new Member("users.csv", members.getFirst().opener())));
    }

    /** The table of a plain list. */
    Table table() {
        var member = members.getFirst();
        return isWorkbook(member) ? new XlsxTable(member) : new CsvTable(member);
    }

    private static boolean isWorkbook(Member member) {
        try (var in = member.open()) {
            var start = in.readNBytes(4);
            return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
