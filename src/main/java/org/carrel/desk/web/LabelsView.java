package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carrel.catalog.ImportHistory;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.labels.LabelCopy;
import org.carrel.labels.LabelFace;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelPrints;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.Labels;
import org.carrel.labels.Symbology;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.WebSettings;

/** desk/labels.xhtml: which copies want labels, how those look, and what came out right. */
@Named
@RequestScoped
public class LabelsView {
    private static final int IMPORTS = 20;
    private static final Set<String> SAID = Set.of("added", "right", "left");

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Labels labels;

    @Inject
    LabelSheets sheets;

    @Inject
    ImportHistory imports;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    StaffWords words;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());
    private LabelLook look = new LabelLook(
            Set.of(LabelKind.SPINE), LabelSheets.shipped().getFirst(), Symbology.CODE_128, LabelPrinter.EXACT, 1);
    private List<LabelFace> faces = List.of();
    private int waiting;

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        look = LabelForm.of(request).look(sheets);
        if (site.isEmpty()) return;
        var copies = labels.waiting(getCode(), Long.MAX_VALUE, caller.required());
        faces = LabelPrints.faces(copies, look);
        waiting = labels.count(getCode(), caller.required());
    }

    /** Answers 404 for a site that is not there, and has the browser remember what was chosen. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) {
            Pages.notFound();
            return;
        }
        var answer = FacesContext.getCurrentInstance().getExternalContext().getResponse();
        if (texts.has("sheet") && answer instanceof HttpServletResponse response)
            response.addCookie(LabelForm.cookie(request, look, settings.secure()));
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public List<Link> getSites() {
        return reach.links("/desk/labels", getCode());
    }

    /** What was done; empty for nothing. */
    public String getDone() {
        var said = texts.get("done");
        if (!SAID.contains(said)) return "";
        return words.text("copyLabels.done." + said, Math.max(0, FormTexts.number(texts.get("count"))));
    }

    /** More were found than are taken at once. */
    public boolean isMore() {
        return texts.has("more");
    }

    public String getProblem() {
        return request.getAttribute(LabelsServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** What is to be typed again; empty when nothing was wrong. */
    public String getTyped() {
        return request.getAttribute(LabelsServlet.TYPED) instanceof String again ? again : "";
    }

    /** The imports of the site, the newest first. */
    public List<Choice> getImports() {
        return imports.imports(site.map(SchoolSite::code), 1, IMPORTS).rows().stream()
                .map(past -> new Choice(
                        String.valueOf(past.number()), words.day(past.started()) + " · " + past.file(), false))
                .toList();
    }

    public boolean isIdle() {
        return faces.isEmpty();
    }

    /** How many wait, and how many of them come now. */
    public String getWaiting() {
        return waiting > faces.size()
                ? words.text("copyLabels.first", waiting, faces.size())
                : words.text("copyLabels.waiting", waiting);
    }

    /** How many of them are not as they should be; empty for none. */
    public String getTroubled() {
        var troubled = faces.stream().filter(face -> !face.troubles().isEmpty()).count();
        return troubled == 0 ? "" : words.text("copyLabels.troubled", troubled);
    }

    /** The number in the queue behind which nothing was shown. */
    public long getThrough() {
        return faces.isEmpty() ? 0 : faces.getLast().copy().queued();
    }

    /** @param number in the list, from 1 */
    public record Row(
            int number, long queued, String title, String barcode, List<String> spine, List<String> troubles) {}

    public List<Row> getRows() {
        var said = new LabelWords(words);
        return IntStream.range(0, faces.size())
                .mapToObj(at -> {
                    var face = faces.get(at);
                    var copy = face.copy();
                    return new Row(
                            at + 1,
                            copy.queued(),
                            copy.title(),
                            copy.barcode(),
                            look.kinds().contains(LabelKind.SPINE) ? face.spine() : List.of(),
                            face.troubles().stream().map(said::trouble).toList());
                })
                .toList();
    }

    /** Up to which copy everything came out right; all of them stand first. */
    public List<Choice> getLast() {
        var all = new Choice(String.valueOf(getThrough()), words.text("copyLabels.all"), true);
        return Stream.concat(
                        Stream.of(all),
                        IntStream.range(0, faces.size() - 1)
                                .mapToObj(at -> last(at + 1, faces.get(at).copy())))
                .toList();
    }

    private Choice last(int number, LabelCopy copy) {
        var about = Stream.of(copy.callNumber().text(), copy.barcode(), copy.title())
                .filter(text -> !text.isEmpty())
                .toList();
        return new Choice(
                String.valueOf(copy.queued()), words.text("copyLabels.upTo", number, String.join(" · ", about)), false);
    }

    /** A kind of label. */
    public record Kind(String id, String name, boolean chosen) {}

    public List<Kind> getKinds() {
        return Arrays.stream(LabelKind.values())
                .map(kind -> new Kind(
                        kind.name(),
                        words.text("copyLabel." + kind),
                        look.kinds().contains(kind)))
                .toList();
    }

    public List<Choice> getSheetChoices() {
        var said = new LabelWords(words);
        return sheets.sheets().stream()
                .map(sheet -> new Choice(
                        sheet.key(),
                        said.sheet(sheet),
                        sheet.key().equals(look.sheet().key())))
                .toList();
    }

    public List<Choice> getSymbologies() {
        return Arrays.stream(Symbology.values())
                .map(one -> new Choice(one.name(), words.text("symbology." + one), one == look.symbology()))
                .toList();
    }

    public List<Choice> getPrinters() {
        var exact =
                new Choice("0", words.text("copyLabels.exact"), look.printer().id() == 0);
        return Stream.concat(
                        Stream.of(exact),
                        sheets.printers().stream()
                                .map(printer -> new Choice(
                                        String.valueOf(printer.id()),
                                        printer.name(),
                                        printer.id() == look.printer().id())))
                .toList();
    }

    /** A label of the sheet. */
    public record Cell(int number, boolean chosen) {}

    /** The labels of the sheet row by row; nothing where there is only one. */
    public List<Cell> getCells() {
        if (look.sheet().perSheet() == 1) return List.of();
        return IntStream.rangeClosed(1, look.sheet().perSheet())
                .mapToObj(number -> new Cell(number, number == look.start()))
                .toList();
    }

    public int getColumns() {
        return look.sheet().columns();
    }
}
