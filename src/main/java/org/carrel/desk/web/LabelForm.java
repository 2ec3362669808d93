package org.carrel.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelSheets;
import org.carrel.labels.Symbology;

/**
 * How labels are to look: as chosen on the page, else as it was chosen last at this workstation, which a cookie remembers. The first free
 * label of a sheet is never remembered.
 */
record LabelForm(Set<LabelKind> kinds, String sheet, Symbology symbology, long printer, int start) {
    private static final String COOKIE = "carrel-labels";
    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final String KIND = "kind.";
    private static final Pattern FIELDS = Pattern.compile("\\.");
    private static final Pattern KINDS = Pattern.compile("~");
    private static final LabelForm FIRST =
            new LabelForm(EnumSet.of(LabelKind.SPINE), "LETTER_30", Symbology.CODE_128, 0, 1);

    static LabelForm of(HttpServletRequest request) {
        var texts = FormTexts.of(request);
        if (!texts.has("sheet")) return remembered(request);
        var kinds = kinds(Arrays.stream(LabelKind.values())
                .map(LabelKind::name)
                .filter(kind -> texts.has(KIND + kind))
                .toList());
        return new LabelForm(
                kinds,
                texts.get("sheet"),
                texts.oneOf("symbology", FIRST.symbology),
                FormTexts.number(texts.get("printer")),
                FormTexts.integer(texts.get("start")));
    }

    private static Set<LabelKind> kinds(List<String> names) {
        var kinds = EnumSet.noneOf(LabelKind.class);
        for (var kind : LabelKind.values()) if (names.contains(kind.name())) kinds.add(kind);
        return kinds.isEmpty() ? FIRST.kinds : kinds;
    }

    private static LabelForm remembered(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> FIELDS.split(cookie.getValue(), -1))
                .filter(fields -> fields.length == 4)
                .findFirst()
                .map(LabelForm::read)
                .orElse(FIRST);
    }

    private static LabelForm read(String[] fields) {
        var symbology = Arrays.stream(Symbology.values())
                .filter(one -> one.name().equals(fields[2]))
                .findFirst()
                .orElse(FIRST.symbology);
        return new LabelForm(
                kinds(List.of(KINDS.split(fields[0], -1))), fields[1], symbology, FormTexts.number(fields[3]), 1);
    }

    /** @param secure whether the connection is */
    static Cookie cookie(HttpServletRequest request, LabelLook look, boolean secure) {
        var names = look.kinds().stream().sorted().map(LabelKind::name).collect(Collectors.joining("~"));
        var value = String.join(
                ".",
                names,
                look.sheet().key(),
                look.symbology().name(),
                String.valueOf(look.printer().id()));
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath(request.getContextPath() + "/desk/labels");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(REMEMBERED.toSeconds()));
        return cookie;
    }

    /** With the sheet and the printer as they are now. */
    LabelLook look(LabelSheets sheets) {
        return new LabelLook(kinds, sheets.sheet(sheet), symbology, sheets.printer(printer), start);
    }
}
