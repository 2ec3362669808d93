package org.carrel.search.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.carrel.platform.DatabaseProblem;

/** Every failure under {@code /api} as a problem. What broke is in our log, under the number the caller is told. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final String RETRY_SECONDS = "30";

    @Override
    public Response toResponse(Throwable failure) {
        return switch (failure) {
            case BadParameter bad ->
                Problem.of(400, bad.detail()).in(bad.parameter()).response().build();
            case WebApplicationException known -> translated(known.getResponse());
            case DatabaseProblem away ->
                Problem.of(503, logged(away))
                        .response()
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
            default -> Problem.of(500, logged(failure)).response().build();
        };
    }

    private static Response translated(Response known) {
        var status = known.getStatus() < 400 ? 500 : known.getStatus();
        var allow = known.getHeaderString(HttpHeaders.ALLOW);
        var answer = Problem.of(status, null).response();
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private static String logged(Throwable failure) {
        var number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, " + number, failure);
        return "Logged as " + number;
    }
}
