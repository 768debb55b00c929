package dev.muster.identity.asset;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that are kept, told by how their content begins and never by what a client calls them. */
enum AssetType {
    PNG("image/png", "png", 0, "\u0089PNG\r\n\u001a\n"),
    JPEG("image/jpeg", "jpg", 0, "\u00ff\u00d8\u00ff"),
    GIF("image/gif", "gif", 0, "GIF8"),
    /** RIFF and a length come first. */
    WEBP("image/webp", "webp", 8, "WEBPVP8"),
    PDF("application/pdf", "pdf", 0, "%PDF-");

    private final String mediaType;
    private final String extension;
    private final int offset;
    /** One character for each byte. */
    private final String magic;

    AssetType(String mediaType, String extension, int offset, String magic) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.offset = offset;
        this.magic = magic;
    }

    /** The type of this content; empty for anything that is not kept. */
    static Optional<AssetType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        if (content.length < offset + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((content[offset + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String extensionOf(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst()
                .map(type -> type.extension)
                .orElse("bin");
    }

    String mediaType() {
        return mediaType;
    }
}
