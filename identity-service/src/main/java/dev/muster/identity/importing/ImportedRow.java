package dev.muster.identity.importing;

import dev.muster.identity.company.DirectoryFields;
import java.util.List;

/**
 * A row of a file, read and checked on its own.
 *
 * @param line where it begins in the file, counted from 1
 * @param fields null for a row that cannot be read at all
 */
record ImportedRow(long line, DirectoryFields fields, List<Rejection> rejections) {

    boolean isGood() {
        return rejections.isEmpty();
    }

    /** The unique form of its address; of a good row only. */
    String emailKey() {
        return fields.email().orElseThrow().key();
    }
}
