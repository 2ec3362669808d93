package org.carrel.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Links to the pages of a long answer: the first, the last, the neighbours, and gaps between. */
public record Pager(SearchAddress address, int pages) {
    private static final int NEIGHBOURS = 2;

    /** @param path empty for a gap, whose number is 0 */
    public record Link(int number, String path, boolean current) {}

    public boolean needed() {
        return pages > 1;
    }

    /** Empty on the first page. */
    public String previous() {
        return address.page() > 1 ? path(Math.min(address.page() - 1, pages)) : "";
    }

    /** Empty on the last page and beyond. */
    public String next() {
        return address.page() < pages ? path(address.page() + 1) : "";
    }

    public List<Link> links() {
        var links = new ArrayList<Link>();
        var last = 0;
        for (var number : numbers()) {
            if (number > last + 1) links.add(new Link(0, "", false));
            links.add(new Link(number, path(number), number == address.page()));
            last = number;
        }
        return links;
    }

    private List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages)
                .filter(number -> number == 1 || number == pages || Math.abs(number - address.page()) <= NEIGHBOURS)
                .boxed()
                .toList();
    }

    private String path(int number) {
        return address.onPage(number).path();
    }
}
