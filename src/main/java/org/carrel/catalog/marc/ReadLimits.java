package org.carrel.catalog.marc;

/**
 * How much one file may cost.
 *
 * @param maxInflatedBytes of all entries of an archive together, and of an uncompressed file
 * @param maxEntries entries of a zip file
 * @param maxRatio inflated to packed size, looked at once more than a megabyte has been inflated
 * @param maxRecordBytes of one record; a longer one is rejected and skipped
 * @param maxRejects rejected records of one file, after which the file as a whole is refused
 */
public record ReadLimits(long maxInflatedBytes, int maxEntries, int maxRatio, int maxRecordBytes, int maxRejects) {
    private static final long GIBIBYTE = 1L << 30;

    public static ReadLimits defaults() {
        return new ReadLimits(2 * GIBIBYTE, 1_000, 200, 16 << 20, 10_000);
    }
}
