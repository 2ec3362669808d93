package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.HeldCopyRow;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.OpenHold;
import org.carrel.security.CardHolder;
import org.carrel.security.CardHolders;
import org.carrel.security.CurrentCaller;

/** desk/hold-slip.xhtml: what is put into a copy on the hold shelf, on paper of 80 mm. Others read it: first name and letter only. */
@Named
@RequestScoped
public class HoldSlipView {
    @Inject
    HttpServletRequest request;

    @Inject
    HoldLists lists;

    @Inject
    CardHolders holders;

    @Inject
    HoldNames names;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<OpenHold> hold = Optional.empty();
    private List<HeldCopyRow> copies = List.of();

    @PostConstruct
    void load() {
        var number = FormTexts.number(FormTexts.of(request).get("hold"));
        hold = lists.find(number).filter(found -> caller.required().isOf(found.site()));
        copies = hold.map(found -> lists.heldFor(found.id())).orElse(List.of());
    }

    public void check() throws IOException {
        if (hold.isEmpty()) Pages.notFound();
    }

    /** One for each copy. */
    public record Slip(String who, String number, String until, String title, String copy) {}

    public List<Slip> getSlips() {
        var found = hold.orElseThrow();
        var who = holders.byPatron(found.patron()).map(CardHolder::screenName).orElse("");
        return copies.stream()
                .filter(row -> row.ready().isPresent())
                .map(row -> new Slip(
                        who,
                        names.number(found.id()),
                        row.shelfUntil()
                                .map(day -> words.text("holds.slip.until", names.day(day)))
                                .orElse(""),
                        row.copy().title(),
                        row.copy().barcode()))
                .toList();
    }

    public String getSiteName() {
        return hold.orElseThrow().siteName();
    }

    public String getSite() {
        return hold.orElseThrow().site();
    }
}
