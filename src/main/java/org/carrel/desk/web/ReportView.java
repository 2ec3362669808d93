package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.Fault;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairTickets;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/report.xhtml: three taps say what is broken: the room, the thing, the fault. */
@Named
@RequestScoped
public class ReportView {
    private static final int OWN = 10;
    /** What rooms have that nobody has tagged. */
    private static final List<DeviceCategory> UNTAGGED = List.of(
            DeviceCategory.PROJECTOR,
            DeviceCategory.WHITEBOARD,
            DeviceCategory.AUDIO,
            DeviceCategory.LAPTOP,
            DeviceCategory.CART,
            DeviceCategory.OTHER);

    @Inject
    HttpServletRequest request;

    @Inject
    RepairTickets tickets;

    @Inject
    SchoolReach reach;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private List<Device> there = List.of();
    private List<RepairTicket> own = List.of();

    @PostConstruct
    void load() {
        if (!getRoom().isEmpty()) there = tickets.inRoom(getSite(), getRoom());
        own = tickets.own(caller.required(), OWN);
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name).strip();
    }

    public String getSite() {
        return reach.chosen(typed("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    public List<SchoolReach.Link> getSites() {
        return getRoom().isEmpty() ? reach.links("/desk/report", getSite()) : List.of();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String address() {
        return "/desk/report?site=" + coded(getSite());
    }

    /** Where to begin again. */
    public String getStart() {
        return address();
    }

    public String getRoom() {
        var room = typed("room");
        return room.length() > RepairTicket.LONGEST_ROOM ? room.substring(0, RepairTicket.LONGEST_ROOM) : room;
    }

    /** A tap that leads on. */
    public record Tap(String id, String name, String about, String path) {}

    public List<Tap> getRooms() {
        var taps = new ArrayList<Tap>();
        for (var room : tickets.rooms(getSite()))
            taps.add(new Tap("room-" + taps.size(), room, "", address() + "&room=" + coded(room)));
        return taps;
    }

    public boolean isRoomChosen() {
        return !getRoom().isEmpty();
    }

    private String thing() {
        return typed("thing");
    }

    /** What was tapped is a device that stands there, or a kind of thing. */
    public boolean isThingChosen() {
        return isRoomChosen() && (chosenDevice().isPresent() || chosenKind().isPresent());
    }

    private Optional<Device> chosenDevice() {
        return there.stream()
                .filter(device -> String.valueOf(device.id()).equals(thing()))
                .findFirst();
    }

    private Optional<DeviceCategory> chosenKind() {
        return InventoryAddress.one(DeviceCategory.class, thing());
    }

    public String getThing() {
        return isThingChosen() ? thing() : "";
    }

    public String getThingName() {
        return chosenDevice()
                .map(this::name)
                .or(() -> chosenKind().map(this::kind))
                .orElse("");
    }

    private String name(Device device) {
        return kind(device.category()) + " · " + device.name();
    }

    private String kind(DeviceCategory category) {
        return words.text("deviceCategory." + category);
    }

    public List<Tap> getThings() {
        var taps = new ArrayList<Tap>();
        var here = address() + "&room=" + coded(getRoom()) + "&thing=";
        for (var device : there)
            taps.add(new Tap("thing-" + device.id(), name(device), device.fullModelName(), here + device.id()));
        for (var kind : UNTAGGED) taps.add(new Tap("thing-" + kind, kind(kind), "", here + kind));
        return taps;
    }

    public List<Choice> getFaults() {
        return new RepairWords(words).choices(Fault.class, Optional.empty(), "fault");
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    public String getProblem() {
        return request.getAttribute(ReportServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** The ticket that was opened just now, or that something was added to: of those of the own account. */
    private Optional<RepairTicket> told() {
        return own.stream()
                .filter(ticket -> ticket.id() == FormTexts.number(typed("done")))
                .findFirst();
    }

    public String getDone() {
        if (typed("added").equals("yes")) return words.text("report.added");
        if (typed("joined").equals("yes")) return words.text("report.joined");
        return told().map(ticket -> words.text("report.done", String.valueOf(ticket.id())))
                .orElse("");
    }

    /** To which more can be added; 0: none. */
    public long getDoneTicket() {
        return told().map(RepairTicket::id).orElse(0L);
    }

    public record Own(long id, String what, String where, String state, boolean open, String when) {}

    /** What the own account has reported, the latest first. */
    public List<Own> getOwn() {
        var said = new RepairWords(words);
        return own.stream()
                .map(ticket -> new Own(
                        ticket.id(),
                        said.thing(ticket) + " · " + said.fault(ticket.fault()),
                        ticket.room(),
                        words.text("repairState." + ticket.state()),
                        ticket.isOpen(),
                        words.day(ticket.opened())))
                .toList();
    }

    public boolean isMayRepair() {
        return caller.may(Operation.LEND_DEVICES);
    }
}
