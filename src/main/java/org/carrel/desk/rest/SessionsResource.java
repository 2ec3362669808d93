package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.SessionLists;
import org.carrel.scheduling.SessionWish;
import org.jspecify.annotations.Nullable;

/** Sessions of classes are booked, changed and called off, for programs: a calendar of the district, a page of a learning system. */
@RequestScoped
@Path("sessions")
@Produces("application/json;charset=UTF-8")
public class SessionsResource {
    private static final byte[] NO_BODY = {};

    @Inject
    Bookings bookings;

    @Inject
    SessionLists lists;

    @Inject
    SessionWishes wishes;

    @Inject
    SessionReplies said;

    @Inject
    Days days;

    @Inject
    Once once;

    @Inject
    Meant meant;

    @Inject
    Replies replies;

    @Inject
    StaffWords words;

    @GET
    @Described(
            value = "List sessions",
            more =
                    "Those that this program has booked; with a teacher, all of that teacher at the school of the token.",
            query = {
                "from: first day, today when left out",
                "until: last day, four weeks later when left out; a year at most",
                "teacher: user name, mail address or id of the roster"
            },
            answer = SessionJson.class,
            list = true)
    public Response sessions(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("teacher") @Nullable String teacher) {
        var asked = days.of(from, until, 27, 366);
        var found = teacher == null || teacher.isBlank()
                ? lists.bookedBy(asked.first(), asked.last(), meant.by())
                : lists.ofTeacher(
                        wishes.teacher(Body.of(NO_BODY, NewSession.class, words), teacher),
                        meant.site(),
                        asked.first(),
                        asked.last(),
                        meant.by());
        return replies.fresh(200, found.stream().map(said::session).toList()).build();
    }

    @POST
    @Consumes("application/json")
    @Described(
            value = "Book a session",
            more =
                    "All of its parts or nothing. When it cannot be had, the problem has all reasons, and alternatives that are "
                            + "kept for the teacher until the moment that they say.",
            status = 201,
            body = NewSession.class,
            answer = SessionJson.class)
    public Response bookSession(byte[] sent, @Context UriInfo address) {
        var body = Body.of(sent, NewSession.class, words);
        var wish = wishes.wish(body).as(once.number(sent));
        return booked(bookings.book(wish, Optional.empty(), meant.by()), address);
    }

    private Response booked(BookingAnswer answer, UriInfo address) {
        var session = made(answer);
        var place = address.getBaseUriBuilder()
                .path(SessionsResource.class)
                .path(String.valueOf(session.id()))
                .build();
        return replies.fresh(201, said.session(session))
                .header(HttpHeaders.LOCATION, place.getRawPath())
                .build();
    }

    private ClassSession made(BookingAnswer answer) {
        return switch (answer) {
            case BookingAnswer.Booked booked -> booked.session();
            case BookingAnswer.Refused refused -> throw said.refused(refused);
            case BookingAnswer.Stopped stopped -> throw said.stopped(stopped.why());
        };
    }

    @GET
    @Path("{id}")
    @Described(value = "One session", answer = SessionJson.class)
    public Response session(@PathParam("id") String id) {
        return replies.fresh(200, said.session(found(id))).build();
    }

    /** What is out of reach is not there. */
    private ClassSession found(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) throw gone();
        return lists.find(Long.parseLong(id), meant.by()).orElseThrow(this::gone);
    }

    private ProblemException gone() {
        return new ProblemException(Problem.of(404, words.text("api.session.why." + Why.NO_SUCH_SESSION)));
    }

    @POST
    @Path("{id}/changes")
    @Consumes("application/json")
    @Described(
            value = "Change a session",
            more = "What is left out stays. Refused as a new one is.",
            body = ChangedSession.class,
            answer = SessionJson.class)
    public Response changeSession(@PathParam("id") String id, byte[] sent) {
        var before = found(id);
        var body = Body.of(sent, ChangedSession.class, words);
        var version = body.number("version").orElseThrow(() -> body.bad("version", words.text("api.missing")));
        var wish = wishes.changed(body, before).as(once.number(sent));
        var answer = bookings.change(
                before.id(), (int) Math.min(version, Integer.MAX_VALUE), wish, Optional.empty(), meant.by());
        var again = answer instanceof BookingAnswer.Stopped stopped
                && stopped.why() == Why.CHANGED_SINCE
                && before.state().isLive()
                && isAs(before, wish);
        return replies.fresh(200, said.session(again ? before : made(answer))).build();
    }

    /** The same change once more: it is as it is wished already. */
    private static boolean isAs(ClassSession session, SessionWish wish) {
        return session.wish(wish.request()).equals(wish);
    }

    @DELETE
    @Path("{id}")
    @Described(
            value = "Call a session off",
            more = "Later than the school's policy allows it counts as used.",
            query = {"reason: told to whoever is concerned"},
            answer = SessionJson.class)
    public Response callOff(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        var before = found(id);
        once.number(NO_BODY);
        var why = reason == null ? "" : reason.strip();
        if (before.state() == State.CANCELLED || before.state() == State.LATE_CANCELLED)
            return replies.fresh(200, said.session(before)).build();
        return switch (bookings.cancel(before.id(), why, meant.by())) {
            case SessionChange.Done done ->
                replies.fresh(200, said.session(done.session())).build();
            case SessionChange.No no -> throw said.stopped(no.why());
        };
    }

    /** What was offered. @param offer as a problem has told it */
    Response taken(String offer, UriInfo address) {
        try {
            return booked(bookings.take(UUID.fromString(offer), meant.by()), address);
        } catch (IllegalArgumentException e) {
            throw gone();
        }
    }
}
