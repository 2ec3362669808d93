package org.carrel.cli;

/** The sample school of a first start: imported through the real importer, and only into an empty catalog. */
final class SampleSchool {
    private SampleSchool() {}

    static void fill(CommandContext context) {
        // The importer fills this in; until then a first start has an empty catalog.
        context.settings();
    }
}
