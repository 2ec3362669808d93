package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;
import org.carrel.scheduling.Bookings;

/** What speaks against a session, before anybody books it. */
@RequestScoped
@Path("session-wishes")
@Consumes("application/json")
@Produces("application/json;charset=UTF-8")
public class SessionWishesResource {
    @Inject
    Bookings bookings;

    @Inject
    SessionWishes wishes;

    @Inject
    SessionReplies said;

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
            value = "Ask what speaks against a session",
            more = "Books and keeps nothing.",
            body = NewSession.class,
            answer = WishAnswerJson.class)
    public Response askForSession(byte[] sent) {
        var wish = wishes.wish(Body.of(sent, NewSession.class, words)).as(once.number(sent));
        var reasons = said.reasons(bookings.reasons(wish, meant.by()));
        return replies.fresh(200, new WishAnswerJson(reasons.isEmpty(), reasons))
                .build();
    }
}
