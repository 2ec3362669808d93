package org.carrel.search;

import java.io.Serializable;
import java.util.List;

/** How a list of cases came out. */
public record SearchScore(List<Result> results) implements Serializable {
    public SearchScore {
        results = List.copyOf(results);
    }

    /**
     * @param right all that was expected is so
     * @param rank where the first expected record stands, from 1; 0 when it is not on the first page, -1 without a rank
     * @param titles of the first hits
     */
    public record Result(SearchCase asked, boolean right, int rank, List<String> titles) implements Serializable {
        public Result {
            titles = List.copyOf(titles);
        }
    }

    public long right() {
        return results.stream().filter(Result::right).count();
    }

    public List<Result> missed() {
        return results.stream().filter(result -> !result.right()).toList();
    }

    /** Cases that name the title that should come first. */
    public List<Result> withFirst() {
        return results.stream()
                .filter(result -> result.asked().expected().getFirst() instanceof SearchCase.Expectation.First)
                .toList();
    }

    public long firstRight() {
        return withFirst().stream().filter(result -> result.rank() == 1).count();
    }

    /** The mean of 1/rank over all cases that have a rank: 1 is perfect. 1 when none has. */
    public double meanReciprocalRank() {
        return results.stream()
                .filter(result -> result.rank() >= 0)
                .mapToDouble(result -> result.rank() == 0 ? 0 : 1.0 / result.rank())
                .average()
                .orElse(1);
    }
}
