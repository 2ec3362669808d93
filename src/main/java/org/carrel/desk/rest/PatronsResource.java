package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.Loans;
import org.carrel.circulation.OpenHold;
import org.carrel.circulation.PatronSummary;
import org.carrel.desk.web.HoldWords;
import org.carrel.desk.web.PersonLooks;
import org.carrel.platform.rest.Described;

/** Who borrows and what they have, for programs. Each look is written down. */
@RequestScoped
@Path("patrons")
@Produces("application/json;charset=UTF-8")
public class PatronsResource {
    @Inject
    CirculationDesk desk;

    @Inject
    Loans loans;

    @Inject
    HoldLists holds;

    @Inject
    Meant meant;

    @Inject
    Replies replies;

    @Inject
    HoldWords sentences;

    @Inject
    PersonLooks looks;

    @GET
    @Path("{number}/summary")
    @Described(
            value = "Who this is, and what stands against lending",
            more = "number is that of a card or of the person. Without any title.",
            answer = SummaryJson.class)
    public Response summary(@PathParam("number") String number) {
        var patron = meant.patron(number);
        desk.choose(patron.id(), meant.by());
        var summary = loans.summary(patron.id(), meant.site(), meant.by()).orElseThrow();
        var limit = summary.limit();
        return replies.fresh(
                        200,
                        new SummaryJson(
                                PersonJson.of(patron),
                                summary.loans().size(),
                                limit.isPresent() ? limit.getAsInt() : null,
                                summary.overdue(),
                                summary.owed().total().toString(),
                                ready(patron.id()),
                                summary.blocks().stream().map(replies::block).toList()))
                .build();
    }

    private int ready(long patron) {
        return holds.ofPatron(patron).stream()
                .filter(hold -> hold.state() == HoldState.READY)
                .mapToInt(OpenHold::ready)
                .sum();
    }

    @GET
    @Path("{number}/loans")
    @Described(
            value = "What somebody has",
            more = "Due first comes first. For the role of a technician.",
            answer = LoanLineJson.class,
            list = true)
    public Response loans(@PathParam("number") String number) {
        var patron = meant.patron(number);
        looks.at(patron);
        var lines = loans.summary(patron.id(), meant.site(), meant.by())
                .orElseThrow()
                .loans();
        return replies.fresh(200, lines.stream().map(this::line).toList()).build();
    }

    private LoanLineJson line(PatronSummary.Line line) {
        return new LoanLineJson(replies.loan(line.loan()), CopyJson.of(line.item()), line.overdue());
    }

    @GET
    @Path("{number}/holds")
    @Described(
            value = "What somebody waits for",
            more = "The oldest first. For the role of a technician.",
            answer = HoldJson.class,
            list = true)
    public Response holds(@PathParam("number") String number) {
        var patron = meant.patron(number);
        looks.at(patron);
        var all = holds.ofPatron(patron.id()).stream()
                .map(hold -> HoldJson.of(hold, sentences.state(hold)))
                .toList();
        return replies.fresh(200, all).build();
    }
}
