package dev.muster.reference.countries;

import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The ids and alpha-2 codes of all countries, for the other services. */
@Path("/internal/reference/countries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("service")
public class CountryCodesResource {

    private final ListCountryCodes listCountryCodes;

    CountryCodesResource(ListCountryCodes listCountryCodes) {
        this.listCountryCodes = listCountryCodes;
    }

    @GET
    @NonBlocking
    public Response countries(@Context HttpHeaders request) {
        return DocumentAnswer.of(request, listCountryCodes.list(), CachePolicy.RELEASED)
                .build();
    }
}
