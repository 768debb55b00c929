package dev.muster.local.mail;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One caught mail as one recipient got it.
 *
 * @param to the recipient's address
 * @param from the sender's address
 * @param text the plain text part; null when there is none
 * @param html the HTML part; null when there is none
 * @param received when it was caught, RFC 3339 in UTC
 */
@JsonPropertyOrder({"to", "from", "subject", "text", "html", "received"})
public record Mail(String to, String from, String subject, String text, String html, String received) {

    /** Whether the mail went to the address, whatever its case. */
    public boolean isTo(String address) {
        return to.equalsIgnoreCase(address);
    }
}
