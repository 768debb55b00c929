package dev.muster.identity.profile;

import dev.muster.identity.peer.ReferenceData;
import dev.muster.identity.profile.Field.Reference;
import dev.muster.kit.problem.FieldError;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds ids that name nothing in the reference data. */
@ApplicationScoped
class CheckReferences {

    private final ReferenceData referenceData;

    CheckReferences(ReferenceData referenceData) {
        this.referenceData = referenceData;
    }

    /** The failures; fails with {@code SERVICE_UNAVAILABLE} when an id cannot be looked up. */
    Uni<List<FieldError>> check(Map<Field, Object> values) {
        return Multi.createFrom()
                .iterable(values.entrySet())
                .filter(entry -> entry.getKey().reference() != Reference.NONE && entry.getValue() != null)
                .onItem()
                .transformToUniAndConcatenate(entry -> check(entry.getKey(), (Integer) entry.getValue()))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<FieldError>> check(Field field, int id) {
        Uni<Boolean> known =
                field.reference() == Reference.COUNTRY ? referenceData.isCountry(id) : referenceData.isTimezone(id);
        return known.map(exists -> exists ? Optional.empty() : Optional.of(missing(field)));
    }

    private static FieldError missing(Field field) {
        String kind = field.reference() == Reference.COUNTRY ? "country" : "time zone";
        return new FieldError(field.pointer(), "invalid_value", "There is no such " + kind);
    }
}
