package org.carrel.catalog.exports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.carrel.catalog.ExportRequest.Which;
import org.carrel.catalog.store.BibStore;

/** The ids of the records to write, some at a time. */
final class Pages {
    private final Connection connection;
    private final Which which;
    private final int size;
    private final BibStore bibs = new BibStore();
    private long after;

    Pages(Connection connection, Which which, int size) {
        this.connection = connection;
        this.which = which;
        this.size = size;
    }

    /** Empty at the end. */
    List<Long> next() throws SQLException {
        return switch (which) {
            case Which.Listed listed -> some(listed.ids());
            case Which.All all -> {
                var ids = bibs.findIdsAfter(connection, after, size);
                if (!ids.isEmpty()) after = ids.getLast();
                yield ids;
            }
        };
    }

    private List<Long> some(Iterator<Long> ids) {
        var page = new ArrayList<Long>(size);
        while (page.size() < size && ids.hasNext()) page.add(ids.next());
        return page;
    }
}
