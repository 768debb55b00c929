package dev.muster.identity.fsd;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an FSD password proved.
 *
 * @param networkRating null unless the password is right
 * @param pilotRating null unless the password is right
 * @param retryAfterSeconds null unless there were too many wrong ones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerifyFsdView(String verdict, Integer networkRating, Integer pilotRating, Long retryAfterSeconds) {

    static VerifyFsdView of(FsdVerdict verdict) {
        return new VerifyFsdView(
                verdict.answer().name(),
                verdict.user() == null ? null : verdict.user().networkRating,
                verdict.user() == null ? null : verdict.user().pilotRating,
                verdict.retryAfter() == null ? null : verdict.retryAfter().toSeconds());
    }
}
