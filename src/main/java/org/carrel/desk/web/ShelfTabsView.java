package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** The pages of shelf work, which share one place of the navigation. */
@Named
@RequestScoped
public class ShelfTabsView {
    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private record Tab(String id, String path, Operation needs) {}

    private static final List<Tab> TABS = List.of(
            new Tab("inventory", "/desk/shelf-inventory", Operation.COUNT_SHELVES),
            new Tab("weeding", "/desk/weeding", Operation.DESK_SETTINGS),
            new Tab("collection", CollectionReportView.PAGE, Operation.DESK_SETTINGS),
            new Tab("series", SeriesGapsView.PAGE, Operation.DESK_SETTINGS));

    /** Nothing where there is only one. */
    public List<Link> getLinks() {
        var here = Objects.toString(request.getAttribute(StaffView.ADDRESS), "");
        var site = FormTexts.of(request).get("site");
        var open = TABS.stream().filter(tab -> caller.may(tab.needs())).toList();
        if (open.size() < 2) return List.of();
        return open.stream()
                .map(tab -> new Link(
                        "tab-" + tab.id(),
                        words.text("shelves." + tab.id()),
                        tab.path() + (site.isEmpty() ? "" : "?site=" + FormTexts.encoded(site)),
                        here.startsWith(tab.path())))
                .toList();
    }
}
