package dev.muster.identity.importing;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that are stored in pieces; holds one piece at a time. */
final class ChunkStream extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int position;
    private int next;

    /** {@code pieces} gives them by their number from 0, and empty behind the last. */
    ChunkStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return hasMore() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int read = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, buffer, offset, read);
        position += read;
        return read;
    }

    private boolean hasMore() {
        while (position == piece.length) {
            Optional<byte[]> following = pieces.apply(next);
            if (following.isEmpty()) {
                return false;
            }
            piece = following.get();
            position = 0;
            next++;
        }
        return true;
    }
}
