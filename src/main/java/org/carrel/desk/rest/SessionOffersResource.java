package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;

/** What was offered in place of a session that cannot be had. */
@RequestScoped
@Path("session-offers")
@Consumes("application/json")
@Produces("application/json;charset=UTF-8")
public class SessionOffersResource {
    @Inject
    SessionsResource sessions;

    @Inject
    Once once;

    @Inject
    StaffWords words;

    @POST
    @Path("{offer}")
    @Described(
            value = "Take an alternative",
            more = "Books it. Taken twice, it is booked once.",
            status = 201,
            body = TakenOffer.class,
            answer = SessionJson.class)
    public Response takeOffer(@PathParam("offer") String offer, byte[] sent, @Context UriInfo address) {
        Body.of(sent, TakenOffer.class, words);
        once.number(sent);
        return sessions.taken(offer, address);
    }
}
