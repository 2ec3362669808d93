package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.carrel.lists.Covers;
import org.carrel.platform.pictures.Redrawing;
import org.carrel.platform.pictures.Redrawing.Trouble;

/** The part of desk/record.xhtml about the cover. */
@Named
@RequestScoped
public class CoverView {
    private static final Set<String> DONE = Set.of("kept", "removed");
    private static final int BYTES_IN_MEGABYTE = 1_000_000;

    @Inject
    HttpServletRequest request;

    @Inject
    Covers covers;

    @Inject
    StaffWords words;

    private long bib;
    private String path = "";
    private String said = "";

    @PostConstruct
    void load() {
        bib = Numbered.importNumber(request).orElse(0);
        path = covers.paths(List.of(bib), Covers.Size.SMALL).getOrDefault(bib, "");
        said = FormTexts.of(request).get("cover");
    }

    /** Of the picture, after the context path; empty when there is none. */
    public String getPath() {
        return path;
    }

    /** What was done; empty when nothing was. */
    public String getDone() {
        return DONE.contains(said) ? words.text("cover.done." + said) : "";
    }

    /** Why the file was not taken; empty when it was. */
    public String getProblem() {
        return Arrays.stream(Trouble.values())
                .filter(trouble -> trouble.name().equals(said))
                .map(trouble -> words.text("coverTrouble." + trouble, Redrawing.MOST_BYTES / BYTES_IN_MEGABYTE))
                .findFirst()
                .orElse("");
    }

    /** How large a file may be, in words. */
    public String getHelp() {
        return words.text("cover.help", Redrawing.MOST_BYTES / BYTES_IN_MEGABYTE);
    }
}
