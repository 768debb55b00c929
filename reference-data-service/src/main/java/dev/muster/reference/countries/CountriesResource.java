package dev.muster.reference.countries;

import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The profile API's countries: a map of id to name in the caller's language. */
@Path("/users/countries.json")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CountriesResource {

    private final ListCountries listCountries;

    CountriesResource(ListCountries listCountries) {
        this.listCountries = listCountries;
    }

    @GET
    public Uni<Response> countries(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage, @Context HttpHeaders request) {
        return listCountries.list(acceptLanguage).map(countries -> answer(countries, request));
    }

    private static Response answer(LocalizedCountries countries, HttpHeaders request) {
        return DocumentAnswer.of(request, countries.document(), CachePolicy.RELEASED_BY_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, countries.language().tag())
                .build();
    }
}
