package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.ForeignRecords.Encoding;
import org.carrel.catalog.ImportProfiles;
import org.carrel.copycataloging.CopyTarget;
import org.carrel.copycataloging.CopyTargets;
import org.carrel.copycataloging.TargetKind;
import org.carrel.copycataloging.TargetProblem;
import org.carrel.copycataloging.TargetProblem.Field;
import org.carrel.desk.web.CopyTargetsServlet.Problems;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/copy-targets.xhtml: libraries that are asked for records. */
@Named
@RequestScoped
public class CopyTargetsView {
    private static final Set<String> SAID = Set.of("saved", "removed");
    private static final List<Field> TYPED = List.of(
            Field.NAME, Field.HOST, Field.PORT, Field.PATH, Field.SYNTAX, Field.INDEX, Field.SECONDS, Field.PLACE);
    /** Charlotte’s web, of which every library knows. */
    private static final String EXAMPLE = "9780064400558";

    private static final int LONGEST = 253;

    @Inject
    HttpServletRequest request;

    @Inject
    CopyTargets targets;

    @Inject
    ImportProfiles profiles;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private FormTexts texts = new FormTexts(Map.of());
    private List<CopyTarget> all = List.of();
    private Optional<CopyTarget> changed = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        all = targets.list();
        changed = all.stream()
                .filter(target -> target.id() == FormTexts.integer(texts.get("target")))
                .findFirst();
    }

    public String getDone() {
        return SAID.contains(texts.get("done")) ? words.text("copyTargets.done." + texts.get("done")) : "";
    }

    /** A target in the list. */
    public record Row(int id, String name, String about, String state) {}

    public List<Row> getRows() {
        return all.stream()
                .map(target -> new Row(
                        target.id(),
                        target.name(),
                        words.text(
                                "copyTargets.about",
                                words.text("targetKind." + target.kind()),
                                target.host(),
                                String.valueOf(target.port()),
                                target.path()),
                        words.text(target.enabled() ? "copyTargets.on" : "copyTargets.off")))
                .toList();
    }

    /** The number with which a target is tried. */
    public String getIsbn() {
        return texts.has("isbn") ? texts.get("isbn") : EXAMPLE;
    }

    public boolean isNoIsbn() {
        return problems().filter(Problems::noIsbn).isPresent();
    }

    private Optional<CopyTargets.Tried> tried() {
        return request.getAttribute(CopyTargetsServlet.TRIED) instanceof CopyTargets.Tried known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** What a target said when it was tried; empty when none was. */
    public String getTried() {
        return tried().map(known -> AddView.outcome(words, known.state())).orElse("");
    }

    public boolean isTriedWell() {
        return tried().map(known -> !known.titles().isEmpty()).orElse(false);
    }

    public List<String> getTriedTitles() {
        return tried().map(CopyTargets.Tried::titles).orElse(List.of());
    }

    /** The target that is changed; 0 for a new one. */
    public int getTarget() {
        return changed.map(CopyTarget::id).orElse(0);
    }

    private Optional<Problems> problems() {
        return request.getAttribute(CopyTargetsServlet.PROBLEMS) instanceof Problems known
                ? Optional.of(known)
                : Optional.empty();
    }

    public boolean isRefused() {
        return problems().filter(known -> !known.all().isEmpty()).isPresent();
    }

    /** A field of the form. @param wrong empty when nothing is */
    public record Input(String id, String label, String help, String value, String wrong, int longest) {}

    public List<Input> getInputs() {
        return TYPED.stream()
                .map(field -> new Input(
                        field.name(),
                        words.text("targetField." + field),
                        words.text("targetHelp." + field),
                        value(field),
                        wrong(field),
                        LONGEST))
                .toList();
    }

    private String value(Field field) {
        if (isRefused()) return texts.get(field.name());
        var known = changed.map(target -> value(target, field));
        return known.orElseGet(() -> switch (field) {
            case PORT -> String.valueOf(TargetKind.SRU_HTTPS.port());
            case SYNTAX -> "marcxml";
            case INDEX -> "bath.isbn";
            case SECONDS -> "5";
            case PLACE ->
                String.valueOf(all.stream().mapToInt(CopyTarget::place).max().orElse(0) + 10);
            default -> "";
        });
    }

    private static String value(CopyTarget target, Field field) {
        return switch (field) {
            case NAME -> target.name();
            case KIND -> target.kind().name();
            case HOST -> target.host();
            case PORT -> String.valueOf(target.port());
            case PATH -> target.path();
            case SYNTAX -> target.syntax();
            case ENCODING -> target.encoding().name();
            case INDEX -> target.index();
            case SECONDS -> String.valueOf(target.seconds());
            case PLACE -> String.valueOf(target.place());
            case PROFILE ->
                target.profile().isPresent() ? String.valueOf(target.profile().getAsLong()) : "";
        };
    }

    private String wrong(Field field) {
        return problems().stream()
                .flatMap(known -> known.all().stream())
                .filter(problem -> problem.field() == field)
                .map(this::sentence)
                .findFirst()
                .orElse("");
    }

    private String sentence(TargetProblem problem) {
        return words.text("targetProblem." + problem.kind(), problem.detail());
    }

    public List<Choice> getKinds() {
        var chosen = value(Field.KIND);
        return Arrays.stream(TargetKind.values())
                .map(kind -> new Choice(
                        kind.name(),
                        words.text("targetKind." + kind),
                        kind.name().equals(chosen)))
                .toList();
    }

    public List<Choice> getEncodings() {
        var chosen = value(Field.ENCODING);
        return Arrays.stream(Encoding.values())
                .map(one -> new Choice(
                        one.name(),
                        words.text("targetEncoding." + one),
                        one.name().equals(chosen)))
                .toList();
    }

    public List<Choice> getProfiles() {
        var chosen = value(Field.PROFILE);
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.text("copyTargets.noProfile"), chosen.isEmpty()));
        profiles.list()
                .forEach(profile -> choices.add(new Choice(
                        String.valueOf(profile.id()),
                        profile.name(),
                        String.valueOf(profile.id()).equals(chosen))));
        return choices;
    }

    public boolean isEnabled() {
        return isRefused()
                ? texts.has("enabled")
                : changed.filter(CopyTarget::enabled).isPresent();
    }

    public boolean isInside() {
        return isRefused()
                ? texts.has("inside")
                : changed.filter(CopyTarget::inside).isPresent();
    }

    public boolean isMayOpen() {
        return caller.may(Operation.ADMINISTER);
    }
}
