package dev.muster.identity.network;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import java.util.Optional;

/**
 * What a person of the network is to be.
 *
 * @param email null for a person without an address
 * @param password null when none is given
 * @param fsdPassword null when none is given
 */
record NetworkUser(
        EmailAddress email,
        String firstName,
        String lastName,
        int networkRating,
        int pilotRating,
        Password password,
        Password fsdPassword) {

    Optional<EmailAddress> address() {
        return Optional.ofNullable(email);
    }

    NetworkUser withPasswords(Password password, Password fsdPassword) {
        return new NetworkUser(email, firstName, lastName, networkRating, pilotRating, password, fsdPassword);
    }
}
