package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Scan;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;

/** Check-out and renewal, for programs. */
@RequestScoped
@Path("loans")
@Consumes("application/json")
@Produces("application/json;charset=UTF-8")
public class LoansResource {
    @Inject
    CirculationDesk desk;

    @Inject
    Once once;

    @Inject
    Meant meant;

    @Inject
    Replies replies;

    @Inject
    StaffWords words;

    @POST
    @Described(
            value = "Check a copy out",
            more =
                    "Refused with all blocks at once; those that can be lifted are sent again in override, with another key.",
            status = 201,
            body = NewLoan.class,
            answer = AnswerJson.class)
    public Response checkOut(byte[] sent) {
        var body = Body.of(sent, NewLoan.class, words);
        var lifted = meant.lifted(body);
        var patron = meant.patron(body);
        var item = meant.item(body);
        var scan = new Scan(
                once.number(sent),
                item.barcode(),
                Optional.of(patron.id()),
                DeskPlace.at(meant.site()),
                Duration.ZERO,
                lifted);
        return replies.of(desk.checkOut(scan, patron.id(), item.id(), meant.by()), scan, 422, 201);
    }

    @POST
    @Path("{id}/renewals")
    @Described(value = "Renew a loan", body = NewRenewal.class, answer = AnswerJson.class)
    public Response renew(@PathParam("id") String id, byte[] sent) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw new ProblemException(Problem.inWords(404, words.language()));
        }
        var body = Body.of(sent, NewRenewal.class, words);
        var lifted = meant.lifted(body);
        var scan = new Scan(once.number(sent), "", Optional.empty(), DeskPlace.at(meant.site()), Duration.ZERO, lifted);
        return replies.of(desk.renew(scan, Long.parseLong(id), meant.by()), scan, 404);
    }
}
