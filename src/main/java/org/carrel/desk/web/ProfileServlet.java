package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.PlaceAnswer;
import org.carrel.catalog.SaveResult;

/**
 * The buttons of a profile's page. Save and remove change something and lead on; all others send the form back as it is
 * to be, with nothing saved. Reached through {@link DeskRoutes} only.
 */
@WebServlet({ProfileServlet.FORM, ProfileServlet.REMOVE})
public class ProfileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String FORM = "/desk/profile-form";
    static final String REMOVE = "/desk/profile-remove";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient ImportProfiles profiles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var number = Numbered.importNumber(request);
        var stored = request.getDispatcherType() == DispatcherType.FORWARD && number.isPresent()
                ? profiles.find(number.getAsLong())
                : Optional.<ImportProfile>empty();
        if (stored.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getServletPath().equals(REMOVE)) remove(request, response, stored.get());
        else answer(request, response, stored.get());
    }

    private void remove(HttpServletRequest request, HttpServletResponse response, ImportProfile stored) {
        profiles.remove(stored.id());
        to(request, response, "/desk/profiles");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ImportProfile stored)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var form = ProfileForm.of(stored.id(), texts);
        var profile = form.profile(answers(stored, request));
        var button = texts.get("do");
        switch (button) {
            case "save" -> {
                switch (profiles.save(profile)) {
                    case SaveResult.Saved saved -> to(request, response, path(stored) + "?saved");
                    case SaveResult.Refused refused ->
                        back(request, response, new ProfileDraft(form, refused.problems(), false, Optional.empty()));
                    case SaveResult.Stale stale ->
                        back(
                                request,
                                response,
                                new ProfileDraft(form.at(stored.version()), List.of(), true, Optional.empty()));
                }
            }
            case "preview" -> {
                var problems = profiles.check(profile);
                var shown = problems.isEmpty() ? Optional.of(profile.settings()) : Optional.<ImportSettings>empty();
                back(request, response, new ProfileDraft(form, problems, false, shown));
            }
            default ->
                back(request, response, new ProfileDraft(form.pressed(button), List.of(), false, Optional.empty()));
        }
    }

    /** What the profile remembers, without what is to be forgotten. */
    private static List<PlaceAnswer> answers(ImportProfile stored, HttpServletRequest request) {
        var forgotten = request.getParameterValues("forget");
        if (forgotten == null) return stored.settings().answers();
        var names = List.of(forgotten);
        return stored.settings().answers().stream()
                .filter(answer -> !names.contains(name(answer)))
                .toList();
    }

    static String name(PlaceAnswer answer) {
        return answer.kind() + ":" + answer.code();
    }

    private static void back(HttpServletRequest request, HttpServletResponse response, ProfileDraft draft)
            throws ServletException, IOException {
        draft.keep(request);
        request.setAttribute(StaffView.ADDRESS, path(draft.form().id()));
        if (!draft.problems().isEmpty() || draft.stale()) response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/profile.xhtml").forward(request, response);
    }

    private static String path(ImportProfile profile) {
        return path(profile.id());
    }

    static String path(long id) {
        return "/desk/profile/" + id;
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
