package org.carrel.patrons.rosters;

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

    /** Throws {@link RosterUnreadable}; a plain list without a mapping is refused, too. */
    Roster read(Optional<RosterMapping> mapping) {
        if (isOneRoster()) return OneRoster.read(tables());
        if (mapping.isEmpty())
            throw new RosterUnreadable(Kind.MAPPING_MISSING, members.getFirst().name(), "");
        return PlainList.read(table(), mapping.get());
    }

    /** The tables of a OneRoster file. */
    RosterTables tables() {
        if (members.size() != 1) return new RosterTables(members);
        return new RosterTables(
                List.of(new Member("users.csv", members.getFirst().bytes())));
    }

    /** The table of a plain list. */
    Table table() {
        var member = members.getFirst();
        return isWorkbook(member) ? new XlsxTable(member) : new CsvTable(member);
    }

    private static boolean isWorkbook(Member member) {
        var bytes = member.bytes();
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }
}
