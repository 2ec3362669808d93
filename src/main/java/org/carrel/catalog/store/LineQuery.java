package org.carrel.catalog.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.LineFilter;

/** A filter of import lines as SQL: its texts are ours, what people typed is bound. */
final class LineQuery {
    private final StringBuilder where = new StringBuilder(" where job_id = ?");
    private final List<Object> parameters = new ArrayList<>();
    private final LineFilter.Order order;

    LineQuery(long jobId, LineFilter filter) {
        this.order = filter.order();
        parameters.add(jobId);
        filter.outcome().ifPresent(outcome -> {
            where.append(" and outcome = ?");
            parameters.add(outcome.name().toLowerCase(Locale.ROOT));
        });
        filter.mark().ifPresent(mark -> where.append(" and ").append(condition(mark)));
        if (filter.words().isEmpty()) return;
        where.append(" and (title like ? or control_number = ?)");
        parameters.add("%" + filter.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        parameters.add(filter.words());
    }

    String where() {
        return where.toString();
    }

    String order() {
        return switch (order) {
            case FILE -> " order by number";
            case TITLE -> " order by title, number";
            case OUTCOME -> " order by outcome, number";
        };
    }

    Object[] parameters(Object... further) {
        var all = new ArrayList<>(parameters);
        all.addAll(Arrays.asList(further));
        return all.toArray();
    }

    private static String condition(LineFilter.Mark mark) {
        return switch (mark) {
            case NEEDS_BARCODE -> "copies_without_barcode > 0";
            case COPIES_LEFT_OUT -> "copies_rejected > 0";
            case REMARKED -> "remarks is not null";
        };
    }
}
