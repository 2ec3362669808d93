package org.carrel.desk.rest;

import java.util.List;
import org.carrel.platform.rest.About;
import org.jspecify.annotations.Nullable;

/** What is done all the same. */
public record NewOverride(
        @About("codes of the blocks, as the problem before has told them")
        List<String> blocks,

        @About("kept with what is done; needed where lifting is WITH_REASON") @Nullable String reason) {}
