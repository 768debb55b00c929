package dev.muster.identity.importing;

/**
 * How many rows of a file are worked off, and what became of them.
 *
 * @param rejections what was found wrong in all; a row may have several
 */
record ImportProgress(long read, long created, long skipped, long failed, long rejections) {

    static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0, 0);

    ImportProgress plus(BatchResult batch) {
        return new ImportProgress(
                read + batch.rows(),
                created + batch.created(),
                skipped + batch.skipped(),
                failed + batch.failed(),
                rejections + batch.rejections().size());
    }
}
