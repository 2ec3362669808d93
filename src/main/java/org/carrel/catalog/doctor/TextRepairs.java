package org.carrel.catalog.doctor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.Repair;
import org.carrel.catalog.Repair.Kind;
import org.carrel.catalog.marc.Iso2709Writer;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.marc.TextEncoding;

/** Other readings of a text that is not in the encoding its leader names; only such as leave no doubtful character. */
final class TextRepairs {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char UNICODE = 'a';

    private final Layout layout;
    private final Frame frame;
    private final List<Repair> repairs = new ArrayList<>();

    private TextRepairs(Layout layout, Frame frame) {
        this.layout = layout;
        this.frame = frame;
    }

    /** The reading that our own reader prefers comes first. Empty when the text is what it says. */
    static List<Repair> of(Layout layout, Frame frame) {
        var repairs = new TextRepairs(layout, frame);
        repairs.find();
        return repairs.repairs;
    }

    private void find() {
        boolean flagged = frame.leader()[9] == UNICODE;
        boolean unicode = frame.fields().stream().allMatch(TextRepairs::isUtf8);
        boolean ascii = frame.fields().stream().allMatch(TextRepairs::isAscii);
        if (ascii || unicode && flagged) return;
        if (unicode) {
            flag();
            return;
        }
        var preferred = frame.bytes().map(TextRepairs::preferred).orElse(TextEncoding.UTF_8);
        if (!flagged && preferred == TextEncoding.MARC_8) return; // it is what it says
        if (preferred == TextEncoding.MARC_8) {
            marc8();
            western();
        } else {
            western();
            marc8();
        }
    }

    private static TextEncoding preferred(byte[] bytes) {
        return switch (SingleRecord.readAsFound(bytes)) {
            case MarcEntry.Read read -> read.encoding().found();
            case MarcEntry.Rejected rejected -> TextEncoding.UTF_8;
        };
    }

    /** MARC-8 that happens to be good UTF-8 does not occur in real text. */
    private void flag() {
        boolean escapes =
                frame.fields().stream().anyMatch(field -> Layout.indexOf(field, (byte) 0x1B, 0, field.length) >= 0);
        if (!escapes)
            offer(
                    Kind.ENCODING_FLAG,
                    Fault.DID_ENCODING_FLAG,
                    frame.inUnicode(field -> field).bytes());
    }

    private void western() {
        for (var field : frame.fields()) {
            if (western(field).isEmpty()) return;
        }
        offer(
                Kind.WINDOWS_1252,
                Fault.DID_WINDOWS_1252,
                frame.inUnicode(field -> western(field).orElse(field)).bytes());
    }

    /** Good UTF-8 stays; every other byte is a letter of Windows-1252. Empty when one is none. */
    private static Optional<byte[]> western(byte[] field) {
        var text = new ByteArrayOutputStream(field.length + 16);
        int at = 0;
        while (at < field.length) {
            int length = SingleRecord.utf8Sequence(field, at, field.length);
            if (length > 0) {
                text.write(field, at, length);
            } else {
                try {
                    var letter = WINDOWS_1252.newDecoder().decode(ByteBuffer.wrap(field, at, 1));
                    text.writeBytes(letter.toString().getBytes(StandardCharsets.UTF_8));
                } catch (CharacterCodingException e) {
                    return Optional.empty();
                }
            }
            at += Math.max(1, length);
        }
        return Optional.of(text.toByteArray());
    }

    private void marc8() {
        var bytes = frame.bytes();
        if (bytes.isEmpty()
                || !(SingleRecord.readAs(bytes.get(), TextEncoding.MARC_8) instanceof MarcEntry.Read read)) {
            return;
        }
        if (read.findings().stream().anyMatch(ReaderFindings::isUnclean)) return;
        if (Iso2709Writer.write(read.record()) instanceof Iso2709Writer.Result.Written written) {
            offer(Kind.MARC_8, Fault.DID_MARC_8, Optional.of(written.bytes()));
        }
    }

    private void offer(Kind kind, Fault step, Optional<byte[]> bytes) {
        var steps = new ArrayList<Finding>(List.of(step.at("", "")));
        frame.steps(layout).ifPresent(steps::addAll);
        bytes.flatMap(made -> Repairs.proved(kind, steps, made))
                .filter(TextRepairs::isClean)
                .ifPresent(repairs::add);
    }

    private static boolean isClean(Repair repair) {
        return SingleRecord.readAsFound(repair.bytes()) instanceof MarcEntry.Read read
                && read.findings().stream().noneMatch(ReaderFindings::isUnclean);
    }

    private static boolean isUtf8(byte[] field) {
        int at = 0;
        while (at < field.length) {
            int length = SingleRecord.utf8Sequence(field, at, field.length);
            if (length == 0) return false;
            at += length;
        }
        return true;
    }

    private static boolean isAscii(byte[] field) {
        for (var b : field) {
            if (b < 0) return false;
        }
        return true;
    }
}
