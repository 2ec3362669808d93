package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.circulation.HoldActor;
import org.carrel.circulation.HoldPlaced;
import org.carrel.circulation.HoldPlaced.Placed;
import org.carrel.circulation.HoldProblem;
import org.carrel.circulation.HoldWish;
import org.carrel.circulation.Holds;
import org.carrel.patrons.CardOwner;
import org.carrel.patrons.CardScans;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.security.CurrentCaller;

/** The form of desk/title-holds.xhtml by which somebody is to wait: a card is scanned or its number typed. */
@WebServlet(TitleHoldServlet.PLACE)
public class TitleHoldServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PLACE = "/desk/title-holds/place";
    /** Request attribute: a {@link HoldPlaced} or a {@link CardProblem}. */
    static final String ANSWER = "org.carrel.desk.holdAnswer";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Holds holds;

    @Inject
    transient CardScans cards;

    @Inject
    transient CurrentCaller caller;

    /** Why nobody is known by what was scanned. The sentences stand under {@code holds.card.NAME}. */
    enum CardProblem {
        NOBODY,
        /** Cards that differ by zeros in front. */
        SEVERAL
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var id = HoldsServlet.requestId(texts);
        var record = FormTexts.number(texts.get("record"));
        if (id.isEmpty() || record <= 0) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var people = people(texts);
        if (people.size() != 1) {
            again(request, response, record, people.isEmpty() ? CardProblem.NOBODY : CardProblem.SEVERAL);
            return;
        }
        var by = HoldActor.staff(caller.required());
        var answer = holds.place(wish(texts, record, people.getFirst().id()), id.get(), by);
        if (!(answer instanceof Placed placed)) {
            again(request, response, record, answer);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + TitleHoldsView.PAGE + "?record=" + record + "&done=place&position="
                        + placed.position());
    }

    /** Whose card it is, as far as they are within reach. */
    private List<Patron> people(FormTexts texts) {
        var found =
                switch (cards.whose(texts.get("card"), texts.get("pickUp"))) {
                    case CardOwner.Known known -> Stream.of(known.patron());
                    case CardOwner.Several several -> several.people().stream();
                    case CardOwner.Nobody nobody -> Stream.<Patron>empty();
                };
        return found.filter(this::isReached).toList();
    }

    private boolean isReached(Patron patron) {
        var site = patron.facts().get(PatronField.SITE);
        return site.isEmpty() || caller.required().isOf(site);
    }

    private static HoldWish wish(FormTexts texts, long record, long patron) {
        var copy = FormTexts.number(texts.get("copy"));
        return new HoldWish(
                patron,
                record,
                copy > 0 ? OptionalLong.of(copy) : OptionalLong.empty(),
                texts.get("pickUp"),
                FormTexts.integer(texts.get("quantity")),
                lifted(texts.get("lift")),
                texts.get("reason"));
    }

    private static Set<HoldProblem> lifted(String names) {
        var typed = List.of(names.split(",", -1));
        return Arrays.stream(HoldProblem.values())
                .filter(problem -> typed.contains(problem.name()))
                .collect(Collectors.toSet());
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, long record, Object answer)
            throws ServletException, IOException {
        request.setAttribute(ANSWER, answer);
        request.setAttribute(StaffView.ADDRESS, TitleHoldsView.PAGE + "?record=" + record);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/title-holds.xhtml").forward(request, response);
    }
}
