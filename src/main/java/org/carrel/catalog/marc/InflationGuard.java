package org.carrel.catalog.marc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of a packed stream and stops a bomb before it fills memory or disk. */
final class InflationGuard extends FilterInputStream {
    private static final long RATIO_FROM = 1 << 20;

    private final Budget budget;
    private final long packedBytes;
    private long inflated;

    /** What all entries of one file may inflate to, together. */
    static final class Budget {
        private final ReadLimits limits;
        private long left;

        Budget(ReadLimits limits) {
            this.limits = limits;
            this.left = limits.maxInflatedBytes();
        }
    }

    /** The limit was reached; becomes a MarcFileRefused before it leaves this package. */
    static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;
        final FileProblem problem;

        LimitReached(FileProblem problem) {
            super(problem.name());
            this.problem = problem;
        }
    }

    /** @param packedBytes size of the packed stream, for the ratio */
    InflationGuard(InputStream in, Budget budget, long packedBytes) {
        super(in);
        this.budget = budget;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws LimitReached {
        inflated += bytes;
        budget.left -= bytes;
        if (budget.left < 0) throw new LimitReached(FileProblem.TOO_LARGE);
        boolean suspicious = inflated > RATIO_FROM && inflated / Math.max(1, packedBytes) > budget.limits.maxRatio();
        if (suspicious) throw new LimitReached(FileProblem.INFLATES_SUSPICIOUSLY);
    }
}
