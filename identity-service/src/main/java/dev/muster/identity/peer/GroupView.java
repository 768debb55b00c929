package dev.muster.identity.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A user group and what it grants, as reference-data-service tells it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record GroupView(long id, String name, List<String> permissions) {

    GroupView {
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
    }
}
