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
    public Response find(@Context UriInfo address) {
        var request = SearchParameters.parse(address.getQueryParameters());
        return fresh(FoundPage.of(search.find(request)));
    }

    /** Anything but a number of ours is simply not there: 404. */
    @GET
    @Path("records/{id}")
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
