package dev.muster.identity.asset;

import dev.muster.identity.Sha256;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file to keep: an image or a PDF of bounded size.
 *
 * @param sha256 of the bytes, in hexadecimal digits
 */
record AssetContent(AssetType type, String sha256, Buffer bytes) {

    /** Contract, directory API. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Reads it on a worker; never more than the limit and one byte. */
    static AssetContent read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(Problem.PAYLOAD_TOO_LARGE);
            }
            return of(bytes);
        } catch (IOException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "The body ended before it was complete");
        }
    }

    private static AssetContent of(byte[] bytes) {
        return AssetType.of(bytes)
                .map(type -> new AssetContent(type, HexFormat.of().formatHex(Sha256.of(bytes)), Buffer.buffer(bytes)))
                .orElseThrow(() -> new ProblemException(
                        Problem.UNSUPPORTED_MEDIA_TYPE, "Only PNG, JPEG, GIF, WebP and PDF files are kept"));
    }

    /** What is known of it once it is kept. */
    Asset asset(UserId owner, String tag, Instant createdAt) {
        return new Asset(owner.value(), tag, type.mediaType(), bytes.length(), sha256, createdAt);
    }
}
