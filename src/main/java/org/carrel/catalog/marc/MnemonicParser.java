package org.carrel.catalog.marc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.Subfield;

/** Reads one record of mnemonic text: {@code =245  10$aTitle /$cName.}, a backslash for a blank, $ for the delimiter. */
final class MnemonicParser implements RecordParser {
    private static final int CONTENT = 6;

    @Override
    public MarcFormat format() {
        return MarcFormat.MNEMONIC;
    }

    @Override
    public EncodingDecision parse(RawRecord raw, Optional<TextEncoding> forced, RecordBuilder builder) {
        var bytes = raw.bytes();
        char flag = flag(bytes);
        var decision = forced.isPresent()
                ? new EncodingDecision(flag, forced.get(), true)
                : Decisions.decide(bytes, 0, bytes.length, flag, new Findings());
        var text = new RecordText(bytes, decision, builder.findings).decode(0, bytes.length, "");
        for (var field : fields(text, builder)) field(field, builder);
        return decision;
    }

    /** MarcEdit writes the flag of the file it will make, so a wrong flag is not reported for text files. */
    private static char flag(byte[] bytes) {
        boolean leader = bytes.length > CONTENT + 9 && bytes[1] == 'L' && bytes[2] == 'D' && bytes[3] == 'R';
        return leader && bytes[CONTENT + 9] != 'a' ? ' ' : 'a';
    }

    /** One line each; a line that does not begin with = continues the one before it. */
    private static List<String> fields(String text, RecordBuilder builder) {
        var fields = new ArrayList<String>();
        for (var line : text.split("\n")) {
            var content = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (content.startsWith("=")) fields.add(content);
            else if (fields.isEmpty()) builder.findings.add(MarcProblem.JUNK_BEFORE_RECORD, "", content);
            else fields.set(fields.size() - 1, fields.getLast() + "\n" + content);
        }
        return fields;
    }

    private static void field(String line, RecordBuilder builder) {
        var raw = line.substring(1, Math.min(4, line.length()));
        int start = Math.min(4, line.length());
        while (start < line.length() && start < CONTENT && line.charAt(start) == ' ') start++;
        var content = line.substring(start);
        if (raw.equalsIgnoreCase("LDR")) {
            builder.leader(content.replace('\\', ' '));
            return;
        }
        var tag = builder.tag(raw);
        boolean control = tag.startsWith("00") && !(tag.equals("000") && content.indexOf('$') == 2);
        if (control || content.indexOf('$') < 0 && !Character.isDigit(tag.charAt(0))) {
            var data = Mnemonics.replace(content.replace('\\', ' '), tag, builder.findings);
            builder.control(tag, TextCleaner.positions(data, tag, builder.findings));
            return;
        }
        data(tag, content, builder);
    }

    private static void data(String tag, String content, RecordBuilder builder) {
        int delimiter = content.indexOf('$');
        var before = delimiter < 0 ? content : content.substring(0, delimiter);
        var blanks = before.length() > 2
                ? before.substring(0, 2).replace('\\', ' ') + before.substring(2)
                : before.replace('\\', ' ');
        var indicators = builder.indicators(blanks, tag);
        var subfields = new ArrayList<Subfield>(4);
        builder.textBeforeSubfield(clean(indicators.rest(), tag, builder), tag, subfields);
        while (delimiter >= 0) {
            int stop = content.indexOf('$', delimiter + 1);
            subfield(content.substring(delimiter + 1, stop < 0 ? content.length() : stop), tag, subfields, builder);
            delimiter = stop;
        }
        builder.data(tag, indicators.first(), indicators.second(), subfields);
    }

    private static void subfield(String text, String tag, List<Subfield> subfields, RecordBuilder builder) {
        if (text.isEmpty()) {
            builder.findings.add(MarcProblem.SUBFIELD_CODE_MISSING, tag, "");
            return;
        }
        int first = text.codePointAt(0);
        char code = builder.code(first, tag, subfields.isEmpty());
        subfields.add(new Subfield(code, clean(text.substring(Character.charCount(first)), tag + '$' + code, builder)));
    }

    private static String clean(String text, String place, RecordBuilder builder) {
        return TextCleaner.data(Mnemonics.replace(text, place, builder.findings), place, builder.findings);
    }
}
