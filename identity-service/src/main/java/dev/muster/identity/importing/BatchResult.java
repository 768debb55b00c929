package dev.muster.identity.importing;

import java.util.List;

/** What became of the rows of one batch; a row that failed may have several rejections. */
record BatchResult(int rows, int created, int skipped, int failed, List<Rejection> rejections) {

    BatchResult {
        rejections = List.copyOf(rejections);
    }

    /** The same when good rows are only looked at. */
    BatchResult withNobodyCreated() {
        return new BatchResult(rows, 0, skipped, failed, rejections);
    }
}
