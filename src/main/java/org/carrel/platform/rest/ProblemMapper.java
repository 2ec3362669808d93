package org.carrel.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.UUID;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.web.ScreenLanguage;
import org.jspecify.annotations.Nullable;

/** Every failure under {@code /api} as a problem. What broke is in our log, under the number the caller is told. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final String RETRY_SECONDS = "30";

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable UriInfo address;

    @Override
    public Response toResponse(Throwable failure) {
        return switch (failure) {
            case ProblemException ours -> answer(ours.problem()).build();
            case WebApplicationException known -> translated(known.getResponse());
            case DatabaseProblem away ->
                answer(logged(503, away))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                        .build();
            default -> answer(logged(500, failure)).build();
        };
    }

    private Response translated(Response known) {
        var status = known.getStatus() < 400 ? 500 : known.getStatus();
        var allow = known.getHeaderString(HttpHeaders.ALLOW);
        var answer = answer(Problem.inWords(status, language()));
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private Response.ResponseBuilder answer(Problem problem) {
        var asked = address == null || !problem.instance().isEmpty()
                ? problem
                : problem.at(address.getRequestUri().getRawPath());
        return asked.response().header(HttpHeaders.CONTENT_LANGUAGE, language().tag());
    }

    private ScreenLanguage language() {
        var wanted = headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return ScreenLanguage.preferred(Objects.requireNonNullElse(wanted, ""));
    }

    private Problem logged(int status, Throwable failure) {
        var number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Request failed, " + number, failure);
        return Problem.inWords(status, language()).with("log", number);
    }
}
