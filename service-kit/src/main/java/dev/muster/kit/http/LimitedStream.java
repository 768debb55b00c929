package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as {@link Problem#PAYLOAD_TOO_LARGE} on the read that passes the limit, and on every one after it. */
final class LimitedStream extends FilterInputStream {

    private long remaining;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.remaining = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    /** What was counted cannot be counted again. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long read) {
        remaining -= read;
        if (remaining < 0) {
            throw new ProblemException(Problem.PAYLOAD_TOO_LARGE);
        }
    }
}
