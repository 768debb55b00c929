package dev.muster.reference.timezones;

import dev.muster.reference.Document;
import dev.muster.reference.Documents;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists which time zone has which id, so that another service can check and translate a reference. */
@Singleton
@Startup
public class ListTimezoneIds {

    private final Document ids;

    ListTimezoneIds(Timezones timezones, Documents documents) {
        List<TimezoneView> views = timezones.all().stream()
                .map(timezone -> new TimezoneView(timezone.id(), timezone.name()))
                .toList();
        this.ids = documents.write(views);
    }

    public Document list() {
        return ids;
    }
}
