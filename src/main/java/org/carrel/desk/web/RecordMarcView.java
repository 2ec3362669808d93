package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.FixedFieldTable;
import org.carrel.catalog.FixedPosition;
import org.carrel.catalog.MarcHelp;
import org.carrel.catalog.RecordEdits;
import org.carrel.catalog.RecordProblem;

/** desk/record-marc.xhtml: a record field by field, as somebody changes it. */
@Named
@RequestScoped
public class RecordMarcView {
    /** How a dollar sign is written in the text of a field. */
    private static final String DOLLAR = "{dollar}";

    @Inject
    HttpServletRequest request;

    @Inject
    RecordEdits edits;

    @Inject
    Catalog catalog;

    @Inject
    MarcHelp marc;

    @Inject
    StaffWords words;

    private long id;
    private Optional<RecordDraft> draft = Optional.empty();

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        if (number.isEmpty()) return;
        id = number.getAsLong();
        draft = RecordDraft.of(request).or(() -> edits.open(id)
                .map(open -> RecordDraft.of(open.version(), open.record().leader(), edits.rows(open.record()))));
    }

    /** For an address with the number of no record. */
    public void check() throws IOException {
        if (draft.isEmpty()) Pages.notFound();
    }

    public long getId() {
        return id;
    }

    public String getTitle() {
        return catalog.find(id).map(record -> record.record().titles().main()).orElse("");
    }

    public String getHelp() {
        return words.text("marc.help", DOLLAR);
    }

    public int getSeen() {
        return draft.map(RecordDraft::seen).orElse(0);
    }

    public String getLeader() {
        return draft.map(RecordDraft::leader).orElse("");
    }

    public String getLeaderProblem() {
        return problem(-1);
    }

    /**
     * A field in a row.
     *
     * @param kind {@code control} or {@code data}
     * @param name of the field in plain words; empty for one that the format does not define
     * @param problem why it is no field; empty when it is one
     * @param doubts what is to be looked at in it
     * @param lines how many lines the text takes at least
     */
    public record Row(
            int number,
            String kind,
            String tag,
            String name,
            String ind1,
            String ind2,
            String data,
            String problem,
            List<String> doubts,
            int lines,
            boolean focus) {}

    private static final int LINE = 80;

    public List<Row> getRows() {
        var rows = new ArrayList<Row>();
        draft.ifPresent(known -> {
            var doubts = doubts(edits, words, known);
            for (var at = 0; at < known.rows().size(); at++) {
                var row = known.rows().get(at);
                rows.add(new Row(
                        at,
                        row.isEmpty() ? "" : row.control() ? "control" : "data",
                        row.tag(),
                        marc.field(row.tag())
                                .map(field -> field.name().in(words.language().locale()))
                                .orElse(""),
                        row.ind1(),
                        row.ind2(),
                        row.text(),
                        problem(at),
                        doubts.getOrDefault(at, List.of()),
                        1 + row.text().length() / LINE,
                        at == known.focus()));
            }
        });
        return rows;
    }

    /** A position of a fixed field. @param id unique on the page */
    public record Position(String id, String label, List<DevicesView.Choice> choices, int start, int end) {}

    /** Positions of the leader, -1, or of a control field that can be chosen from lists; none for any other row. */
    public List<Position> positions(int row) {
        if (draft.isEmpty()) return List.of();
        var leader = draft.get().leader();
        var data = row < 0 ? leader : draft.get().rows().get(row).text();
        var tag = row < 0 ? "" : draft.get().rows().get(row).tag();
        var table = row < 0 ? Optional.of(marc.leader()) : marc.table(tag, data, leader);
        return table.map(FixedFieldTable::positions).orElse(List.of()).stream()
                .filter(position -> !position.codes().isEmpty() && !position.each())
                .map(position -> position(row, position, FixedFieldTable.read(data, position)))
                .toList();
    }

    private Position position(int row, FixedPosition position, String value) {
        var locale = words.language().locale();
        var choices = new ArrayList<DevicesView.Choice>();
        for (var code : position.codes())
            choices.add(new DevicesView.Choice(
                    code.code(),
                    shownCode(code.code()) + " " + code.meaning().in(locale),
                    code.code().equals(value)));
        if (choices.stream().noneMatch(DevicesView.Choice::chosen))
            choices.addFirst(new DevicesView.Choice(value, shownCode(value), true));
        return new Position(
                "fixed-" + (row < 0 ? "leader" : row) + "-" + position.start(),
                position.label() + " " + position.name().in(locale),
                choices,
                position.start(),
                position.end());
    }

    private static String shownCode(String code) {
        return code.replace(' ', '#');
    }

    private String problem(int row) {
        return draft.flatMap(known -> known.wrong().stream()
                        .filter(wrong -> wrong.row() == row)
                        .findFirst())
                .map(wrong -> words.text("rowProblem." + wrong.kind().name(), DOLLAR))
                .orElse("");
    }

    static String sentence(StaffWords words, RecordProblem problem) {
        return problem.sentence(words.language().locale());
    }

    /** What is to be looked at, by row, -1 for the record as a whole; nothing while a row is no field yet. */
    static Map<Integer, List<String>> doubts(RecordEdits edits, StaffWords words, RecordDraft draft) {
        var read = edits.read(draft.leader(), draft.rows());
        if (read.record().isEmpty()) return Map.of();
        var rows = IntStream.range(0, draft.rows().size())
                .filter(row -> !draft.rows().get(row).isEmpty())
                .toArray();
        var found = new TreeMap<Integer, List<String>>();
        for (var problem : edits.check(read.record().get())) {
            var index = problem.place().index();
            var row = index >= 0 && index < rows.length ? rows[index] : -1;
            found.computeIfAbsent(row, any -> new ArrayList<>()).add(sentence(words, problem));
        }
        return found;
    }

    /**
     * A letter that many keyboards do not have.
     *
     * @param name for who hears it; empty where the letter says it
     */
    public record Letter(String text, String shown, String name) {}

    private static final List<String> LETTERS = ("áéíóúüñçàèâêîôûëïöäåãõæœøßłšžčÁÉÍÓÚÜÑÇÀÈÖÄÅÆØŠŽČ" + "¿¡«»–—ʻʼ©℗♭♯°")
            .codePoints()
            .mapToObj(Character::toString)
            .toList();

    /** Marks that stand upon the letter before them, with the key of what they are called. */
    private static final Map<String, String> MARKS = new TreeMap<>(Map.of(
            "\u0300", "grave",
            "\u0301", "acute",
            "\u0302", "circumflex",
            "\u0303", "tilde",
            "\u0304", "macron",
            "\u0306", "breve",
            "\u0308", "diaeresis",
            "\u030C", "caron",
            "\u0323", "dot",
            "\u0327", "cedilla"));

    public List<Letter> getLetters() {
        var all = new ArrayList<Letter>();
        for (var letter : LETTERS) all.add(new Letter(letter, letter, ""));
        MARKS.forEach((mark, name) -> all.add(new Letter(mark, "\u25CC" + mark, words.text("marc.mark." + name))));
        return all;
    }

    /** What is to be looked at in the record as a whole. */
    public List<String> getDoubts() {
        return draft.map(known -> doubts(edits, words, known).getOrDefault(-1, List.of()))
                .orElse(List.of());
    }

    /** Why nothing was stored. */
    public List<String> getProblems() {
        return draft.map(known -> {
                    var problems = new ArrayList<String>();
                    if (!known.wrong().isEmpty())
                        problems.add(
                                words.text("record.wrongRows", known.wrong().size()));
                    known.against().forEach(problem -> problems.add(sentence(words, problem)));
                    return List.copyOf(problems);
                })
                .orElse(List.of());
    }

    /** A field that two people have changed. */
    public record Conflict(
            int number, String tag, String base, String theirs, String mine, boolean isMine, boolean isTheirs) {}

    public List<Conflict> getConflicts() {
        return draft.map(known -> {
                    var all = new ArrayList<Conflict>();
                    for (var at = 0; at < known.conflicts().size(); at++) {
                        var conflict = known.conflicts().get(at);
                        var chosen = Optional.ofNullable(known.chosen().get(at));
                        all.add(new Conflict(
                                at,
                                conflict.tag(),
                                shown(RecordView.line(edits, conflict.base())),
                                shown(RecordView.line(edits, conflict.theirs())),
                                shown(RecordView.line(edits, conflict.mine())),
                                chosen.filter(Choice.MINE::equals).isPresent(),
                                chosen.filter(Choice.THEIRS::equals).isPresent()));
                    }
                    return List.copyOf(all);
                })
                .orElse(List.of());
    }

    private String shown(String field) {
        return field.isEmpty() ? words.text("record.noField") : field;
    }

    public int getAbout() {
        return draft.map(RecordDraft::about).orElse(0);
    }
}
