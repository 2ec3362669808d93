package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.circulation.HoldActor;
import org.carrel.circulation.HoldChanged;
import org.carrel.circulation.HoldPlaced;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.HoldWish;
import org.carrel.circulation.Holds;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.Scan;
import org.carrel.desk.web.HoldWords;
import org.carrel.desk.web.StaffWords;
import org.carrel.patrons.Patron;
import org.carrel.platform.rest.Described;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** Holds are placed and given up, for programs. */
@RequestScoped
@Path("holds")
@Produces("application/json;charset=UTF-8")
public class HoldsResource {
    private static final byte[] NO_BODY = {};

    @Inject
    Holds holds;

    @Inject
    Once once;

    @Inject
    Meant meant;

    @Inject
    Replies replies;

    @Inject
    HoldWords sentences;

    @Inject
    StaffWords words;

    @POST
    @Consumes("application/json")
    @Described(
            value = "Place a hold",
            more = "At the end of the queue, to be picked up at the school of the token.",
            status = 201,
            body = NewHold.class,
            answer = PlacedJson.class)
    public Response place(byte[] sent) {
        var body = Body.of(sent, NewHold.class, words);
        var wish = wish(body, meant.patron(body));
        return switch (holds.place(wish, once.number(sent), HoldActor.staff(meant.by()))) {
            case HoldPlaced.Placed placed ->
                replies.fresh(201, new PlacedJson(placed.hold(), placed.position()))
                        .build();
            case HoldPlaced.Refused refused -> throw new ProblemException(refused(refused.problems()));
        };
    }

    private HoldWish wish(Body body, Patron patron) {
        var override = body.object("override", NewOverride.class);
        var record = body.number("record").orElseThrow(() -> body.bad("record", words.text("api.missing")));
        var barcode = body.text("item", Scan.LONGEST);
        var copy = barcode.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(meant.copy(body, barcode).id());
        return new HoldWish(
                patron.id(),
                record,
                copy,
                meant.site(),
                Math.toIntExact(Math.min(body.number("quantity").orElse(1L), Integer.MAX_VALUE)),
                Set.copyOf(override.constants("blocks", HoldProblem.class)),
                override.text("reason", Holds.MAX_REASON));
    }

    private Problem refused(Set<HoldProblem> problems) {
        var sorted = problems.stream().sorted(Comparator.naturalOrder()).toList();
        var detail = sorted.stream().map(sentences::problem).toList();
        var problem = Problem.ours("hold-refused", 409, words.text("api.holdRefused"), String.join(" ", detail));
        return Replies.blocked(problem, blocks(sorted));
    }

    private List<BlockJson> blocks(List<HoldProblem> problems) {
        return problems.stream()
                .map(problem -> new BlockJson(
                        problem.name(),
                        sentences.problem(problem),
                        (problem.isOverridable() ? LoanBlock.Lifting.WITH_REASON : LoanBlock.Lifting.NEVER).name()))
                .toList();
    }

    @DELETE
    @Path("{id}")
    @Described(
            value = "Give up a hold",
            status = 204,
            query = {"reason: kept with the hold"})
    public Response cancel(@PathParam("id") String id, @QueryParam("reason") @Nullable String reason) {
        if (!id.matches("[1-9][0-9]{0,17}")) throw gone();
        var why = reason == null ? "" : reason.strip();
        var changed = holds.cancel(Long.parseLong(id), why, once.number(NO_BODY), HoldActor.staff(meant.by()));
        if (changed == HoldChanged.GONE) throw gone();
        if (changed == HoldChanged.DONE) {
            return Response.noContent().header("Cache-Control", "no-store").build();
        }
        throw new ProblemException(
                Problem.ours("hold-refused", 409, words.text("api.holdRefused"), words.text("holdChanged." + changed)));
    }

    private ProblemException gone() {
        return new ProblemException(Problem.of(404, words.text("holdChanged." + HoldChanged.GONE)));
    }
}
