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
import java.util.UUID;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.Scan;
import org.carrel.desk.web.StaffWords;
import org.carrel.patrons.Patron;
import org.carrel.platform.rest.Described;

/** The scan box of the desk, for programs. */
@RequestScoped
@Path("desk")
@Consumes("application/json")
@Produces("application/json;charset=UTF-8")
public class ScansResource {
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
    @Path("scan")
    @Described(
            value = "Do what a scan at the desk does",
            more = "A card brings somebody to the desk, a barcode is lent to who stands there or taken back. The desk "
                    + "remembers nothing between two scans: patron says who stands there.",
            body = NewScan.class,
            answer = AnswerJson.class)
    public Response scan(byte[] sent) {
        var body = Body.of(sent, NewScan.class, words);
        var text = body.needed("text", Scan.LONGEST);
        var someone = body.has("patron") || body.has("patronId");
        var patron = someone ? Optional.of(meant.patron(body)).map(Patron::id) : Optional.<Long>empty();
        var takes = body.constant("mode", NewScan.Mode.class)
                .filter(mode -> mode == NewScan.Mode.TAKE)
                .isPresent();
        var place = new DeskPlace(meant.site(), body.day("returnedOn"));
        var ago = body.number("secondsAgo").orElse(0L);
        var lifted = meant.lifted(body);
        var longest = Scan.LONGEST_AGO.toSeconds();
        var scan = new Scan(
                once.number(sent),
                text,
                takes ? Optional.empty() : patron,
                place,
                Duration.ofSeconds(Math.min(ago, longest)),
                lifted);
        return replies.of(desk.scan(scan, meant.by()), scan, 422);
    }

    @POST
    @Path("undo")
    @Described(
            value = "Take back what this program did within the last minute",
            body = NewUndo.class,
            answer = AnswerJson.class)
    public Response undo(byte[] sent) {
        var body = Body.of(sent, NewUndo.class, words);
        var key = body.text("key", 102);
        var undone = key.isEmpty() ? Optional.<UUID>empty() : Optional.of(once.numberOf(key));
        var scan = new Scan(
                once.number(sent), "", Optional.empty(), DeskPlace.at(meant.site()), Duration.ZERO, Lifted.NOTHING);
        return replies.of(desk.undo(scan, undone, meant.by()), scan, 409);
    }
}
