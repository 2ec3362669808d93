package org.carrel.copycataloging.net;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.ForeignRecords;
import org.carrel.catalog.MarcRecord;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.TargetState.Outcome;
import org.carrel.copycataloging.net.Ber.Kind;
import org.carrel.copycataloging.rules.SruRequest;

/**
 * Asks by Z39.50 (ANSI/NISO Z39.50-2003, appendix 1 for what is sent): init, search by a type-1 query, present, close. One question, one
 * connection. Names beside the numbers of tags are the standard's.
 */
public final class Z3950Client {
    private static final String BIB_1 = "1.2.840.10003.3.1";
    private static final String USMARC = "1.2.840.10003.5.10";
    private static final String XML = "1.2.840.10003.5.109.10";
    private static final String RESULTS = "default";
    private static final int MESSAGE_SIZE = 1 << 20;

    private static final int INIT_REQUEST = 20;
    private static final int INIT_RESPONSE = 21;
    private static final int SEARCH_REQUEST = 22;
    private static final int SEARCH_RESPONSE = 23;
    private static final int PRESENT_REQUEST = 24;
    private static final int PRESENT_RESPONSE = 25;
    private static final int CLOSE = 48;

    private Z3950Client() {}

    /** What the target has under an ISBN. @param isbns forms of one number @throws TargetFailure when it gives no answer */
    public static List<MarcRecord> ask(CopyTarget target, List<String> isbns) throws TargetFailure {
        try (var line = Line.to(target)) {
            var greeting = exchange(line, init(), INIT_RESPONSE);
            if (!isTrue(greeting, 12)) throw new TargetFailure(Outcome.DIAGNOSTIC, "");
            var found = exchange(line, search(target, isbns), SEARCH_RESPONSE);
            refuseDiagnostics(found);
            var count = found.find(23).orElseThrow(Z3950Client::rubbish).number();
            if (count <= 0) {
                line.send(close().encoded());
                return List.of();
            }
            var sent = exchange(line, present(target, (int) Math.min(count, SruRequest.MOST)), PRESENT_RESPONSE);
            refuseDiagnostics(sent);
            line.send(close().encoded());
            var records = records(target, sent);
            if (records.isEmpty()) throw withoutRecords(sent);
            return records;
        } catch (IOException e) {
            throw Line.failure(e);
        }
    }

    private static IOException rubbish() {
        return new IOException("Not what Z39.50 answers");
    }

    private static Ber exchange(Line line, Ber question, int wanted) throws IOException, TargetFailure {
        line.send(question.encoded());
        var answer = Ber.read(line.in());
        if (answer.is(Kind.CONTEXT, CLOSE))
            throw new TargetFailure(
                    Outcome.DIAGNOSTIC, answer.find(3).map(Ber::text).orElse(""));
        if (!answer.is(Kind.CONTEXT, wanted)) throw rubbish();
        return answer;
    }

    private static boolean isTrue(Ber answer, int tag) {
        return answer.find(tag)
                .map(Ber::bytes)
                .filter(bytes -> bytes.length == 1 && bytes[0] != 0)
                .isPresent();
    }

    /** Versions 1 to 3; search and present. */
    private static Ber init() {
        return Ber.context(
                INIT_REQUEST,
                Ber.context(3, new byte[] {5, (byte) 0xE0}), // protocolVersion
                Ber.context(4, new byte[] {6, (byte) 0xC0}), // options
                Ber.context(5, MESSAGE_SIZE), // preferredMessageSize
                Ber.context(6, MESSAGE_SIZE), // exceptionalRecordSize
                Ber.context(111, "Carrel")); // implementationName
    }

    /** Nothing is sent with the answer to the search: targets differ in how they take that. */
    private static Ber search(CopyTarget target, List<String> isbns) {
        return Ber.context(
                SEARCH_REQUEST,
                Ber.context(13, 0), // smallSetUpperBound
                Ber.context(14, 1), // largeSetLowerBound
                Ber.context(15, 0), // mediumSetPresentNumber
                Ber.context(16, new byte[] {(byte) 0xFF}), // replaceIndicator
                Ber.context(17, RESULTS), // resultSetName
                Ber.context(18, Ber.context(105, target.path())), // databaseNames
                Ber.context(104, Ber.objectBytes(syntax(target))), // preferredRecordSyntax
                Ber.context(21, Ber.context(1, Ber.object(BIB_1), query(target, isbns)))); // query, type-1
    }

    private static String syntax(CopyTarget target) {
        return target.syntax().equals("xml") ? XML : USMARC;
    }

    /** One form or another. */
    private static Ber query(CopyTarget target, List<String> isbns) {
        var query = operand(target, isbns.getFirst());
        for (var isbn : isbns.subList(1, isbns.size()))
            query = Ber.context(1, query, operand(target, isbn), Ber.context(46, Ber.context(1, new byte[0])));
        return query;
    }

    private static Ber operand(CopyTarget target, String isbn) {
        var use = Ber.sequence(Ber.context(120, 1), Ber.context(121, Long.parseLong(target.index())));
        return Ber.context(0, Ber.context(102, Ber.context(44, use), Ber.context(45, isbn)));
    }

    private static Ber present(CopyTarget target, int most) {
        return Ber.context(
                PRESENT_REQUEST,
                Ber.context(31, RESULTS), // resultSetId
                Ber.context(30, 1), // resultSetStartPoint
                Ber.context(29, most), // numberOfRecordsRequested
                Ber.context(19, Ber.context(0, "F")), // simple: full records
                Ber.context(104, Ber.objectBytes(syntax(target)))); // preferredRecordSyntax
    }

    private static Ber close() {
        return Ber.context(CLOSE, Ber.context(211, 0)); // finished
    }

    /** nonSurrogateDiagnostic, multipleNonSurDiagnostics. */
    private static void refuseDiagnostics(Ber answer) throws TargetFailure {
        var one = answer.find(130);
        if (one.isPresent()) throw new TargetFailure(Outcome.DIAGNOSTIC, words(one.get()));
        var several = answer.find(205);
        if (several.isPresent())
            throw new TargetFailure(
                    Outcome.DIAGNOSTIC,
                    several.get().children().stream()
                            .map(Z3950Client::words)
                            .reduce((a, b) -> a + "; " + b)
                            .orElse(""));
    }

    /** namePlusRecordList: what stands in the place of records is surrogateDiagnostic, or nothing that we read. */
    private static TargetFailure withoutRecords(Ber answer) {
        return named(answer).stream()
                .flatMap(named -> named.find(1).flatMap(record -> record.find(2)).stream())
                .flatMap(diagnostic -> diagnostic.children().stream())
                .findFirst()
                .map(diagnostic -> new TargetFailure(Outcome.DIAGNOSTIC, words(diagnostic)))
                .orElseGet(() -> new TargetFailure(Outcome.UNREADABLE, ""));
    }

    private static List<Ber> named(Ber answer) {
        return answer.find(28).map(Ber::children).orElse(List.of());
    }

    /** Number of a bib-1 diagnostic, and what is said of it. */
    private static String words(Ber diagnostic) {
        var number = "";
        var said = "";
        for (var part : diagnostic.children()) {
            if (part.is(Kind.UNIVERSAL, Ber.INTEGER))
                number = "bib-1 " + (part.bytes().length == 0 ? "" : new BigInteger(part.bytes()));
            else if (!part.is(Kind.UNIVERSAL, Ber.OBJECT)) said = part.text();
        }
        return said.isBlank() ? number : number + ": " + said;
    }

    private static List<MarcRecord> records(CopyTarget target, Ber answer) {
        var records = new ArrayList<MarcRecord>();
        for (var named : named(answer)) {
            // record, retrievalRecord, EXTERNAL, octet-aligned
            var sent = named.find(1)
                    .flatMap(record -> record.find(1))
                    .flatMap(record -> record.children().stream()
                            .filter(child -> child.is(Kind.UNIVERSAL, Ber.EXTERNAL))
                            .findFirst())
                    .flatMap(external -> external.find(1));
            if (sent.isEmpty()) continue;
            var bytes = sent.get().bytes();
            records.addAll(
                    target.syntax().equals("xml")
                            ? ForeignRecords.xml(bytes)
                            : ForeignRecords.marc21(bytes, target.encoding()));
        }
        return records;
    }
}
