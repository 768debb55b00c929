package dev.muster.testkit.architecture.broken.second;

import dev.muster.testkit.architecture.broken.first.FirstResource.Thing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Knows another feature. */
@ApplicationScoped
public class SecondRepository {

    private final List<Thing> things = new ArrayList<>();

    public List<Thing> all() {
        return things;
    }

    public void add(Thing thing) {
        things.add(thing);
    }
}
