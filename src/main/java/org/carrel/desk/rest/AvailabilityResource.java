package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.rest.Described;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.scheduling.SessionLists;
import org.jspecify.annotations.Nullable;

/** When places and things of a school can be had. */
@RequestScoped
@Path("availability")
@Produces("application/json;charset=UTF-8")
public class AvailabilityResource {
    @Inject
    SessionLists lists;

    @Inject
    SessionReplies said;

    @Inject
    Days days;

    @Inject
    Meant meant;

    @Inject
    Replies replies;

    @Inject
    StaffWords words;

    @GET
    @Described(
            value = "What is free",
            more =
                    "Each period of each day, of each place and thing of the school, by the rules that book. Of sessions of others it says "
                            + "nothing but that they are there.",
            query = {
                "from: first day, today when left out",
                "until: last day, a week later when left out; 31 days at most",
                "resource: number of one thing"
            },
            answer = FreePeriodJson.class,
            list = true)
    public Response availability(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("resource") @Nullable String resource) {
        var asked = days.of(from, until, 6, SessionLists.MOST_DAYS);
        var found = lists.free(meant.site(), asked.first(), asked.last(), thing(resource), meant.by());
        return replies.fresh(200, found.stream().map(said::period).toList()).build();
    }

    private OptionalLong thing(@Nullable String resource) {
        if (resource == null || resource.isBlank()) return OptionalLong.empty();
        if (resource.matches("[1-9][0-9]{0,17}")) return OptionalLong.of(Long.parseLong(resource));
        throw new ProblemException(
                Problem.ours("bad-field", 422, words.text("api.badField"), words.text("api.notNumber"))
                        .with("field", "resource"));
    }
}
