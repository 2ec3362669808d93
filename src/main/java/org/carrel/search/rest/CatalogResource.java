package org.carrel.search.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.carrel.catalog.Catalog;
import org.carrel.platform.rest.Described;
import org.carrel.platform.rest.Problem;
import org.carrel.search.CatalogSearch;

/** Search and records for programs. Reads only; open to everyone like the kiosk. */
@RequestScoped
@Path("catalog")
@Produces("application/json;charset=UTF-8")
public class CatalogResource {
    @Inject
    CatalogSearch search;

    @Inject
    Catalog catalog;

    @GET
    @Path("search")
    @Described(
            value = "Search the catalog",
            answer = FoundPage.class,
            query = {
                "q: what is searched for, as on the first page",
                "page: from 1",
                "size: hits a page, at most 50",
                "kind: one of the kinds of the facets; may stand several times",
                "language: MARC code; may stand several times",
                "literal: 1 for the words as they are, misspelled or not"
            },
            open = true)
    public Response find(@Context UriInfo address) {
        var request = SearchParameters.parse(address.getQueryParameters());
        return fresh(FoundPage.of(search.find(request)));
    }

    /** Anything but a number of ours is simply not there: 404. */
    @GET
    @Path("records/{id}")
    @Described(value = "One record with its copies", answer = RecordJson.class, open = true)
    public Response record(@PathParam("id") String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) return missing();
        return catalog.find(Long.parseLong(id))
                .map(found -> fresh(RecordJson.of(found)))
                .orElseGet(CatalogResource::missing);
    }

    private static Response missing() {
        return Problem.of(404, "No such record").response().build();
    }

    private static Response fresh(Object answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
