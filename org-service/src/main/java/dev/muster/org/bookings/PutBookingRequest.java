package dev.muster.org.bookings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.problem.FieldErrors;
import dev.muster.org.Booking;
import dev.muster.org.BookingRepository;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the booking system says of a booking; times are RFC 3339.
 *
 * @param title may be null
 */
@RegisterForReflection
record PutBookingRequest(@JsonProperty("user_id") Long userId, String start, String end, String title) {

    private static final int LONGEST_TITLE = 200;

    /** The booking under the given name, checked; every field that is wrong is named. */
    Booking booking(String externalId) {
        FieldErrors errors = new FieldErrors();
        Optional<Instant> from = Rfc3339.parse(start);
        Optional<Instant> until = Rfc3339.parse(end);
        errors.require(userId != null && userId > 0, "/user_id", "The id of a member");
        errors.require(from.isPresent(), "/start", "A time as in RFC 3339");
        errors.require(until.isPresent(), "/end", "A time as in RFC 3339");
        errors.require(isTitle(title), "/title", "Text of at most " + LONGEST_TITLE + " characters");
        if (from.isPresent() && until.isPresent()) {
            errors.require(lasts(from.get(), until.get()), "/end", "After the start, and within 92 days of it");
        }
        errors.throwIfAny();
        return new Booking(externalId, from.orElseThrow(), until.orElseThrow(), title);
    }

    private static boolean lasts(Instant from, Instant until) {
        return from.isBefore(until) && Duration.between(from, until).compareTo(BookingRepository.LONGEST) <= 0;
    }

    private static boolean isTitle(String text) {
        return text == null
                || (text.length() <= LONGEST_TITLE && text.codePoints().allMatch(PutBookingRequest::isStorable));
    }

    /** PostgreSQL keeps neither NUL nor half of a character that JSON can name by its escape alone. */
    private static boolean isStorable(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }
}
