package dev.muster.identity.asset;

import java.time.Instant;

/**
 * What is known of a file without its content.
 *
 * @param tag names it among the files that one company keeps about one person
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 */
record Asset(long userId, String tag, String contentType, int size, String sha256, Instant createdAt) {

    String location() {
        return "/user/" + userId + "/assets/" + tag;
    }
}
