package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.carrel.circulation.DeskSlips;
import org.carrel.circulation.Loans;
import org.carrel.security.CurrentCaller;

/** desk/return-slip.xhtml: what has come back at this desk just now, on paper of 80 mm. It names nobody: who had it is forgotten. */
@Named
@RequestScoped
public class ReturnSlipView {
    @Inject
    DeskSlips slips;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private List<Loans.Returned> returned = List.of();

    @PostConstruct
    void load() {
        returned = slips.returns(caller.required());
    }

    /** @param time when it came in */
    public record Row(String title, String barcode, String time) {}

    public List<Row> getRows() {
        return returned.stream()
                .map(back -> new Row(back.item().title(), back.item().barcode(), words.time(back.at())))
                .toList();
    }

    public String getTime() {
        return words.time(clock.instant());
    }

    public String getHelp() {
        return words.text("slip.returns.help", DeskSlips.VISIT.toMinutes());
    }
}
