package dev.muster.identity.asset;

import dev.muster.kit.http.LargeBody;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Lets files through the door that are larger than other bodies. */
class AssetBodies {

    /** Around the file a multipart form has its boundaries and headers. */
    private static final int FORM = 16 * 1024;

    @Produces
    @Singleton
    LargeBody assets() {
        return new LargeBody("POST", "/user/{id}/assets/{tag}", AssetContent.LARGEST + FORM);
    }
}
