package dev.muster.reference.timezones;

import dev.muster.reference.Document;
import dev.muster.reference.Documents;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists all time zones as the map of id to IANA name. */
@Singleton
@Startup
public class ListTimezones {

    private final Document namesById;

    ListTimezones(Timezones timezones, Documents documents) {
        Map<String, String> names = new LinkedHashMap<>();
        timezones.all().forEach(timezone -> names.put(Integer.toString(timezone.id()), timezone.name()));
        this.namesById = documents.write(names);
    }

    public Document list() {
        return namesById;
    }
}
