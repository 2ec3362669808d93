package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.circulation.LostFilter;
import org.carrel.circulation.LostPage;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.LostThing.Kind;
import org.carrel.circulation.LostThings;
import org.carrel.circulation.LostThings.Act;
import org.carrel.circulation.LostThings.Result;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.DeviceInventory;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/lost.xhtml: what is lost, claimed or damaged, and what can be done about it. */
@Named
@RequestScoped
public class LostView {
    private static final int PAGE_SIZE = 50;

    @Inject
    HttpServletRequest request;

    @Inject
    LostThings things;

    @Inject
    Patrons patrons;

    @Inject
    DeviceInventory devices;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    FeeWords feeWords;

    private LostFilter filter = new LostFilter(Optional.empty(), "", LostFilter.Sort.NEWEST, Optional.empty());
    private LostPage page = new LostPage(List.of(), 1, PAGE_SIZE, 0);

    @PostConstruct
    void load() {
        filter = LostAddress.filter(FormTexts.of(request), caller.required());
        page = things.page(caller.required(), filter, Pages.asked(request), PAGE_SIZE);
    }

    /** A button of a row. @param id of the button */
    public record Button(String id, String act, String name) {}

    /**
     * A row of the list.
     *
     * @param fees path of the person's account; empty for nobody
     * @param charge path on which a damage is charged; empty where nothing is to be charged
     * @param seen what a console says of a device: when it saw it last; empty for nothing
     * @param owed empty for nothing
     */
    public record Row(
            String key,
            Kind kind,
            long id,
            String what,
            String look,
            String name,
            String room,
            String fees,
            String charge,
            String title,
            String copy,
            String callNumber,
            String day,
            String said,
            String seen,
            String owed,
            List<Button> buttons,
            boolean giveUp) {}

    public List<Row> getRows() {
        var seen = devices.lastSeen(
                page.rows().stream().map(thing -> thing.copy().item()).toList());
        return page.rows().stream().map(thing -> row(thing, seen)).toList();
    }

    private Row row(LostThing thing, Map<Long, Instant> seen) {
        var key = thing.kind().name().toLowerCase(Locale.ROOT) + "-" + thing.id();
        var fees = thing.patron()
                .filter(patron -> caller.may(Operation.TAKE_PAYMENTS))
                .map(patron -> "/desk/fees/" + patron)
                .orElse("");
        var chargeable = thing.kind() == Kind.DAMAGED && !fees.isEmpty() && decides();
        return new Row(
                key,
                thing.kind(),
                thing.id(),
                words.text("lostKind." + thing.kind()),
                look(thing.kind()),
                thing.name(),
                thing.room(),
                fees,
                chargeable ? fees + "?damage=" + thing.id() + "#charge-more" : "",
                thing.copy().title(),
                thing.copy().barcode().isEmpty()
                        ? ""
                        : words.text("fees.copy", thing.copy().barcode()),
                thing.copy().callNumber(),
                words.day(thing.since()),
                said(thing),
                Optional.ofNullable(seen.get(thing.copy().item()))
                        .map(at ->
                                words.text(at.isAfter(thing.since()) ? "lost.seenSince" : "audit.seen", words.time(at)))
                        .orElse(""),
                thing.owed().isZero() ? "" : feeWords.money(thing.owed()),
                buttons(thing.kind(), key),
                decides() && (thing.kind() == Kind.LOST || isClaim(thing.kind())));
    }

    private String said(LostThing thing) {
        if (thing.said().isEmpty()) return "";
        return isClaim(thing.kind()) ? words.text("lost.saidBy", thing.said()) : thing.said();
    }

    private static boolean isClaim(Kind kind) {
        return kind == Kind.CLAIMED || kind == Kind.NEVER_HAD;
    }

    /** The class of the tag. */
    private static String look(Kind kind) {
        return switch (kind) {
            case LOST, DAMAGED -> "is-rejected";
            case CLAIMED, NEVER_HAD -> "is-conflict";
            case LOOK_AT -> "is-added";
        };
    }

    private List<Button> buttons(Kind kind, String key) {
        var acts =
                switch (kind) {
                    case LOST -> Stream.<Act>of();
                    case CLAIMED -> Stream.of(Act.FOUND_ON_SHELF, Act.FOUND_ELSEWHERE, Act.PAYS);
                    case NEVER_HAD -> Stream.of(Act.FOUND_ON_SHELF, Act.FOUND_ELSEWHERE);
                    case DAMAGED -> decides() ? Stream.of(Act.IN_ORDER, Act.NOT_CHARGED) : Stream.of(Act.IN_ORDER);
                    case LOOK_AT -> Stream.of(Act.IN_ORDER);
                };
        return acts.map(act -> new Button(
                        act.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + key,
                        act.name(),
                        words.text("lostAct." + act)))
                .toList();
    }

    private boolean decides() {
        return caller.may(Operation.DECIDE_FEES);
    }

    /** A number for the form of a row. */
    public String getRequestId() {
        return UUID.randomUUID().toString();
    }

    /** What came of the last form, in words; empty when there was none. */
    public String getSaid() {
        var result = FormTexts.of(request).get("done");
        return Arrays.stream(Result.values())
                .filter(known -> known.name().equals(result))
                .map(known -> words.text("lostResult." + known))
                .findFirst()
                .orElse("");
    }

    public boolean isWell() {
        return FormTexts.of(request).get("done").equals(Result.DONE.name());
    }

    public List<Choice> getKinds() {
        var all = new Choice(
                PeopleAddress.ALL, words.text("people.all"), filter.kind().isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(Kind.values())
                                .map(kind -> new Choice(
                                        kind.name(),
                                        words.text("lostKind." + kind),
                                        filter.kind().filter(kind::equals).isPresent())))
                .toList();
    }

    public List<Choice> getSorts() {
        return Arrays.stream(LostFilter.Sort.values())
                .map(sort -> new Choice(sort.name(), words.text("lostSort." + sort), sort == filter.sort()))
                .toList();
    }

    /** Nothing to choose for who works at one school. */
    public List<Choice> getSites() {
        if (caller.required().site().isPresent()) return List.of();
        var all = new Choice(
                PeopleAddress.ALL, words.text("people.all"), filter.site().isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        patrons.sites().entrySet().stream()
                                .map(site -> new Choice(
                                        site.getKey(),
                                        site.getValue(),
                                        site.getKey().equalsIgnoreCase(filter.site()))))
                .toList();
    }

    public String getFound() {
        return words.text("lost.found", page.total());
    }

    // what a form of a row needs to come back to this list

    public String getListed() {
        return filter.kind().map(Enum::name).orElse("");
    }

    public String getSorted() {
        return filter.sort().name();
    }

    public String getSiteOf() {
        return filter.site();
    }

    public int getNumber() {
        return page.page();
    }

    public String getCsvPath() {
        return LostAddress.of(LostFilesServlet.CSV, filter);
    }

    public Pages getPages() {
        return new Pages(LostAddress.of("/desk/lost", filter), page.page(), page.pages());
    }

    public String getPosition() {
        return words.text("pager.position", page.page(), page.pages());
    }
}
