package org.carrel.catalog.marc;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * One stream of records: the file itself, or an entry of a zip file. It can be opened more than once, so nothing is
 * unpacked to disk.
 *
 * @param name flat, without folders; empty when the file is no archive
 * @param packedBytes size before inflating
 */
record Member(String name, long packedBytes, Opener opener) {
    /** Opens the bytes as they are in the archive, inflated. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** The same member with its gzip layer taken off. */
    Member gunzipped() {
        return new Member(name, packedBytes, () -> {
            var packed = opener.open();
            try {
                return new GZIPInputStream(packed, 1 << 16);
            } catch (IOException e) {
                packed.close();
                throw e;
            }
        });
    }

    /** The last part of a path, so that no name from an archive ever says where to write. */
    static String flatName(String path) {
        int cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return Findings.shortened(path.substring(cut + 1));
    }
}
