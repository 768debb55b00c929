package dev.muster.testkit.architecture.broken.first;

import dev.muster.testkit.architecture.broken.second.SecondRepository;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Breaks most of the rules. */
@Path("/first")
public class FirstResource {

    @Inject
    SecondRepository repository;

    /** Neither a view nor a request. */
    public record Thing(String name) {}

    @GET
    public List<Thing> all() {
        return repository.all();
    }

    @POST
    public void add(Thing thing) {
        repository.add(thing);
    }
}
