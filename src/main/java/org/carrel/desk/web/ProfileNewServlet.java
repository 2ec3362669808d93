package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportProfiles;
import org.carrel.catalog.SaveResult;

/** Makes a profile of a name from the form on desk/profiles.xhtml, and leads to its page. */
@WebServlet(ProfileNewServlet.PATH)
public class ProfileNewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/profiles/new";

    @Inject
    transient ImportProfiles profiles;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var name = FormTexts.of(request).get("name");
        var path =
                switch (profiles.save(ImportProfile.named(name))) {
                    case SaveResult.Saved saved ->
                        ProfileServlet.path(saved.profile().id());
                    case SaveResult.Refused refused ->
                        again(refused.problems().getFirst().problem().name(), name);
                    case SaveResult.Stale stale -> "/desk/profiles";
                };
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    private static String again(String problem, String name) {
        var shown = name.substring(0, Math.min(100, name.length()));
        return "/desk/profiles?problem=" + problem + "&name=" + URLEncoder.encode(shown, StandardCharsets.UTF_8);
    }
}
