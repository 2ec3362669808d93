package org.carrel.desk.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;

/** The page number in an address, and links to the pages around it. */
public record Pages(String address, int page, int pages) {
    private static final int MOST_DIGITS = 6;

    /** From 1; 1 for what is no page number. */
    static int asked(HttpServletRequest request) {
        var text = Objects.requireNonNullElse(request.getParameter("page"), "");
        var plain = text.length() <= MOST_DIGITS && text.matches("[1-9][0-9]*");
        return plain ? Integer.parseInt(text) : 1;
    }

    public boolean needed() {
        return pages > 1;
    }

    /** Empty on the first page. */
    public String previous() {
        return page > 1 ? at(Math.min(page - 1, pages)) : "";
    }

    /** Empty on the last page and beyond. */
    public String next() {
        return page < pages ? at(page + 1) : "";
    }

    private String at(int number) {
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "page=" + number;
    }

    /** Answers 404 from a page's view action. */
    static void notFound() throws IOException {
        var context = FacesContext.getCurrentInstance();
        context.getExternalContext().responseSendError(404, "");
        context.responseComplete();
    }

    /** Leads elsewhere from a page's view action. @param address with the context path */
    static void redirect(String address) throws IOException {
        var context = FacesContext.getCurrentInstance();
        context.getExternalContext().redirect(address);
        context.responseComplete();
    }
}
