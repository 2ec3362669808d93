package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.RosterView.Only;
import org.carrel.devices.Discrepancies;
import org.carrel.devices.Discrepancy;
import org.carrel.devices.DiscrepancyKind;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/discrepancies.xhtml: where consoles and our records say two things, until somebody has said what it was. */
@Named
@RequestScoped
public class DiscrepanciesView {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_CLOSED = 20;

    @Inject
    HttpServletRequest request;

    @Inject
    Discrepancies discrepancies;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<DiscrepancyKind> kind = Optional.empty();
    private long after;
    private List<Discrepancy> open = List.of();
    private List<Discrepancy> closed = List.of();
    private final Map<DiscrepancyKind, Integer> counts = new EnumMap<>(DiscrepancyKind.class);

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        var by = caller.required();
        kind = Arrays.stream(DiscrepancyKind.values())
                .filter(one -> one.name().equals(texts.get("kind")))
                .findFirst();
        after = Math.max(0, FormTexts.number(texts.get("after")));
        open = discrepancies.open(kind, after, PAGE_SIZE + 1, by);
        closed = discrepancies.closed(MOST_CLOSED, by);
        counts.putAll(discrepancies.counts(by));
    }

    /** One that is open. @param seen when the console saw the device last, or empty */
    public record Row(
            long id, long device, String label, String model, String kind, String said, String seen, String problem) {}

    /** One that is closed. @param who and when */
    public record Closed(long id, String label, String kind, String who, String note) {}

    public List<Row> getRows() {
        var problem = FormTexts.number(FormTexts.of(request).get("problem"));
        return open.stream()
                .limit(PAGE_SIZE)
                .map(one -> new Row(
                        one.id(),
                        one.device(),
                        one.label(),
                        one.model(),
                        words.text("discrepancyKind." + one.kind()),
                        said(one),
                        one.lastSeen()
                                .map(at -> words.text("discrepancies.seen", words.time(at)))
                                .orElse(""),
                        one.id() == problem ? words.text("discrepancies.problem", Discrepancy.MAX_NOTE) : ""))
                .toList();
    }

    private String said(Discrepancy one) {
        return switch (one.kind()) {
            case USED_BY_OTHER -> words.text("discrepancy.USED_BY_OTHER", name(one.holder()), name(one.patron()));
            case TAG_TWICE, GONE_IN_CONSOLE -> words.text("discrepancy." + one.kind(), one.about());
            case USER_UNKNOWN -> words.text("discrepancy.USER_UNKNOWN", one.stranger());
            case RETIRED_ONLINE, MISSING_ONLINE -> words.text("discrepancy." + one.kind());
        };
    }

    private String name(Optional<Long> patron) {
        return patron.flatMap(patrons::find).map(Patron::sortedName).orElse("–");
    }

    public List<Closed> getClosed() {
        return closed.stream()
                .map(one -> new Closed(
                        one.id(), one.label(), words.text("discrepancyKind." + one.kind()), who(one), one.note()))
                .toList();
    }

    private String who(Discrepancy one) {
        var at = one.closed().map(done -> words.time(done.at())).orElse("");
        return one.state() == Discrepancy.State.OVER
                ? words.text("discrepancies.over", at)
                : words.text(
                        "discrepancies.settledBy",
                        one.closed().map(done -> done.by()).orElse(""),
                        at);
    }

    public List<Only> getChoices() {
        var sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        var all = new Only("all", words.text("lines.all"), words.number(sum), "/desk/discrepancies", kind.isEmpty());
        var each = counts.entrySet().stream()
                .map(count -> new Only(
                        count.getKey().name(),
                        words.text("discrepancyKind." + count.getKey()),
                        words.number(count.getValue()),
                        "/desk/discrepancies?kind=" + count.getKey(),
                        kind.filter(chosen -> chosen == count.getKey()).isPresent()));
        return Stream.concat(Stream.of(all), each).toList();
    }

    /** The kind that is shown, for the forms; empty for all. */
    public String getKind() {
        return kind.map(Enum::name).orElse("");
    }

    public boolean isDone() {
        return !FormTexts.of(request).get("done").isEmpty();
    }

    public String getNext() {
        if (open.size() <= PAGE_SIZE) return "";
        var only = kind.map(one -> "kind=" + one + "&").orElse("");
        return "/desk/discrepancies?" + only + "after="
                + open.get(PAGE_SIZE - 1).id();
    }

    public String getFirst() {
        return after == 0
                ? ""
                : "/desk/discrepancies" + kind.map(one -> "?kind=" + one).orElse("");
    }
}
