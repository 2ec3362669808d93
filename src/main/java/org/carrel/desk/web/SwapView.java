package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.LoanBlock;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Device;
import org.carrel.devices.Fault;
import org.carrel.devices.LoanerSwap;
import org.carrel.devices.RepairTicket;
import org.carrel.devices.RepairTickets;
import org.carrel.devices.SwapAnswer;
import org.carrel.devices.SwapLook;
import org.carrel.patrons.Patron;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/swap.xhtml: scan what is broken, scan the loaner, tap the fault; or the mended one and its loaner. */
@Named
@RequestScoped
public class SwapView {
    @Inject
    HttpServletRequest request;

    @Inject
    LoanerSwap swaps;

    @Inject
    RepairTickets tickets;

    @Inject
    SchoolReach reach;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    ScanWords scans;

    private SwapLook look = empty();
    private Optional<RepairTicket> done = Optional.empty();

    private SwapLook empty() {
        return new SwapLook(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                "");
    }

    @PostConstruct
    void load() {
        look = swaps.look(typed("first"), typed("second"), caller.required());
        look.patron().ifPresent(looks::at);
        var number = FormTexts.number(typed("done"));
        done = number <= 0
                ? Optional.empty()
                : tickets.find(number).filter(ticket -> caller.required().isOf(ticket.siteCode()));
    }

    private String typed(String name) {
        return FormTexts.of(request).get(name);
    }

    public String getSite() {
        return reach.chosen(typed("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
    }

    public List<SchoolReach.Link> getSites() {
        return reach.links("/desk/swap", getSite());
    }

    public String getSiteInAddress() {
        return URLEncoder.encode(getSite(), StandardCharsets.UTF_8);
    }

    public String getRequestNumber() {
        return UUID.randomUUID().toString();
    }

    /** What was scanned first, as long as it means something. */
    public String getFirst() {
        return isBegun() ? typed("first") : "";
    }

    public String getSecond() {
        return look.isReady() ? typed("second") : "";
    }

    /** Whether the first scan is known: the next one is the other device. */
    public boolean isBegun() {
        if (look.broken().isEmpty() && look.loaner().isEmpty()) return false;
        return look.patron().isPresent();
    }

    public boolean isBack() {
        return look.back();
    }

    public boolean isReady() {
        return look.isReady();
    }

    /** What to scan now. */
    public String getPrompt() {
        if (!isBegun()) return words.text("swap.scanBroken");
        if (!look.back()) return words.text("swap.scanLoaner");
        return words.text(look.broken().isPresent() ? "swap.scanItsLoaner" : "swap.scanMended");
    }

    public String getProblem() {
        if (request.getAttribute(SwapServlet.ANSWER) instanceof SwapAnswer) return words.text("swap.refused");
        return look.problem()
                .map(problem -> words.text("swapProblem." + problem, look.about()))
                .orElse("");
    }

    /** Why the desk did not do it, a sentence each. */
    public List<String> getReasons() {
        if (!(request.getAttribute(SwapServlet.ANSWER) instanceof SwapAnswer answer)) return List.of();
        var blocks = answer.answer().blocks();
        if (blocks.isEmpty()) return List.of(words.text("swapProblem.STALE"));
        return blocks.stream().map(scans::text).toList();
    }

    /** What a reason of whoever is signed in could lift; nothing when it could not. */
    public List<String> getLiftable() {
        if (!(request.getAttribute(SwapServlet.ANSWER) instanceof SwapAnswer answer)) return List.of();
        var blocks = answer.answer().blocks().stream().map(Blocked::block).toList();
        var all = !blocks.isEmpty()
                && caller.may(Operation.OVERRIDE_LOAN)
                && blocks.stream().noneMatch(block -> block.lifting() == LoanBlock.Lifting.NEVER);
        return all ? blocks.stream().map(Enum::name).toList() : List.of();
    }

    public String getFaultTyped() {
        return typed("fault");
    }

    public long getBrokenId() {
        return look.broken().map(Device::id).orElse(0L);
    }

    public long getLoanerId() {
        return look.loaner().map(Device::id).orElse(0L);
    }

    public String getBroken() {
        return look.broken().map(new RepairWords(words)::device).orElse("");
    }

    public String getLoaner() {
        return look.loaner().map(new RepairWords(words)::device).orElse("");
    }

    public String getPatron() {
        return look.patron().map(Patron::spokenName).orElse("");
    }

    public String getTicket() {
        return look.ticket().isPresent() ? String.valueOf(look.ticket().getAsLong()) : "";
    }

    public List<Choice> getFaults() {
        return Arrays.stream(Fault.values())
                .map(fault -> new Choice(fault.name(), new RepairWords(words).fault(fault), false))
                .toList();
    }

    public String getLeft() {
        var left = swaps.left(getSite());
        return left.all() == 0 ? words.text("swap.noPool") : words.text("swap.left", left.left(), left.all());
    }

    /** What was done just now. */
    public String getDone() {
        if (done.isEmpty()) return "";
        return words.text(
                "swap.done." + getHow(),
                new RepairWords(words).thing(done.get()),
                String.valueOf(done.get().id()));
    }

    public String getUndone() {
        var what = getHow().equals("back") ? "Back" : "";
        return switch (typed("undone")) {
            case "yes" -> words.text("swap.undone" + what);
            case "no" -> words.text("swap.notUndone" + what);
            default -> "";
        };
    }

    /** Which way: out or back. */
    public String getHow() {
        return typed("how").equals("back") ? "back" : "out";
    }

    public long getDoneTicket() {
        return done.map(RepairTicket::id).orElse(0L);
    }

    /** By which a swap of just now, or its way back, is taken back; empty when there is none. */
    public String getSwap() {
        return typed("swap");
    }
}
