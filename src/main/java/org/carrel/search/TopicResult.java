package org.carrel.search;

import java.util.List;

/** Every answer to saving a topic. */
public sealed interface TopicResult {
    record Saved(long id) implements TopicResult {}

    record Refused(List<TopicProblem> problems) implements TopicResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has changed or removed it meanwhile. */
    record Stale() implements TopicResult {}
}
