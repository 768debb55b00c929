package dev.muster.identity.asset;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.wire.Timestamps;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file as the directory API describes it.
 *
 * @param size in bytes
 */
@RegisterForReflection
record AssetView(
        String tag,
        @JsonProperty("content_type") String contentType,
        long size,
        String sha256,
        @JsonProperty("date_created") String dateCreated,
        String location) {

    static AssetView of(Asset asset) {
        return new AssetView(
                asset.tag(),
                asset.contentType(),
                asset.size(),
                asset.sha256(),
                Timestamps.text(asset.createdAt()),
                asset.location());
    }
}
