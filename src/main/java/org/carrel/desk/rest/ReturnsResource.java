package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.Scan;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;

/** Check-in, for programs. */
@RequestScoped
@Path("returns")
@Consumes("application/json")
@Produces("application/json;charset=UTF-8")
public class ReturnsResource {
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
            value = "Check a copy in",
            more =
                    "Always possible, whoever has it. says tells where it goes: to its shelf, the hold shelf, another school.",
            body = NewReturn.class,
            answer = AnswerJson.class)
    public Response checkIn(byte[] sent) {
        var body = Body.of(sent, NewReturn.class, words);
        var place = new DeskPlace(meant.site(), body.day("returnedOn"));
        var toShelf = body.yes("toShelf");
        var item = meant.item(body);
        var scan = new Scan(once.number(sent), item.barcode(), Optional.empty(), place, Duration.ZERO, Lifted.NOTHING);
        var answer = toShelf ? desk.shelve(scan, item.id(), meant.by()) : desk.checkIn(scan, item.id(), meant.by());
        return replies.of(answer, scan, 422);
    }
}
