package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.CollectionAnswer;
import org.carrel.devices.CollectionSaved;
import org.carrel.devices.DeviceCollections;
import org.carrel.platform.JsonText;
import org.carrel.security.CurrentCaller;

/** The forms of desk/collection.xhtml, and its scans. */
@WebServlet({CollectionServlet.CHANGE, CollectionServlet.SCAN})
public class CollectionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/collection/change";
    static final String SCAN = "/desk/collection/scan";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.collectionProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceCollections collections;

    @Inject
    transient RoundWords said;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var plan = FormTexts.number(texts.get("plan"));
        if (request.getServletPath().equals(SCAN)) scan(plan, texts, request, response);
        else if (texts.get("do").equals("close")) {
            if (collections.close(plan, caller.required())) to(request, response, "/desk/collection?plan=" + plan);
            else response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else add(texts, request, response);
    }

    private void add(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var saved = collections.add(
                texts.get("site"),
                texts.get("name"),
                day(texts.get("starts")),
                day(texts.get("ends")),
                CartServlet.id(texts),
                caller.required());
        switch (saved) {
            case CollectionSaved.Saved done -> to(request, response, "/desk/collection?plan=" + done.id());
            case CollectionSaved.Wrong wrong -> {
                request.setAttribute(PROBLEM, words.text("collectionProblem." + wrong.why()));
                request.setAttribute(StaffView.ADDRESS, "/desk/collection");
                response.setStatus(UNPROCESSABLE);
                request.getRequestDispatcher("/desk/collection.xhtml").forward(request, response);
            }
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void scan(long plan, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var by = caller.required();
        if (collections.find(plan, by).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var isCharger = texts.get("do").startsWith("charger");
        var json = isCharger ? charger(plan, texts) : said.json(collected(plan, texts));
        if (!RoundWords.wantsJson(request)) {
            to(request, response, "/desk/collection?plan=" + plan + "#scan");
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(json);
    }

    private CollectionAnswer collected(long plan, FormTexts texts) {
        var ago = Duration.ofMillis(Math.max(0, FormTexts.number(texts.get("ago"))));
        return collections.scan(plan, texts.get("text"), CartServlet.id(texts), ago, caller.required());
    }

    private String charger(long plan, FormTexts texts) {
        var missing = texts.get("do").equals("charger");
        var scan = FormTexts.number(texts.get("number"));
        var done = collections.charger(CartServlet.id(texts), plan, scan, missing, caller.required());
        if (done.isEmpty())
            return RoundWords.line("stop", words.text("collection.stale"), "", List.of())
                    .build()
                    .toString();
        var key = missing ? "collection.chargerMissing" : "collection.chargerThere";
        return RoundWords.line(
                        missing ? "warn" : "ok", words.text("collection.in"), done.get(), List.of(words.text(key)))
                .add("outcome", missing ? "NO_CHARGER" : "COLLECTED")
                .add("offer", said.offer(scan, missing))
                .add("texts", JsonText.array())
                .build()
                .toString();
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
