package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.privacy.ErasureReason;
import org.carrel.privacy.Erasures;
import org.carrel.privacy.PersonExports;
import org.carrel.privacy.PersonFile;
import org.carrel.privacy.PersonFileJson;
import org.carrel.privacy.TitlePolicies;
import org.carrel.privacy.TitleReaders;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/privacy.xhtml and desk/privacy-person.xhtml. */
@WebServlet({PrivacyServlet.TITLES, PrivacyServlet.EXPORT, PrivacyServlet.ERASE})
public class PrivacyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/desk/privacy";
    static final String TITLES = "/desk/privacy/titles";
    static final String EXPORT = "/desk/privacy-export";
    static final String ERASE = "/desk/privacy-erase";
    /** Request attributes: what became of the change, and the problem with an erasure as the key of a sentence. */
    static final String RESULT = "org.carrel.desk.titlesResult";

    static final String PROBLEM = "org.carrel.desk.erasureProblem";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient PersonExports exports;

    @Inject
    transient Erasures erasures;

    @Inject
    transient TitlePolicies policies;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case TITLES -> titles(request, response);
            case EXPORT -> export(request, response);
            default -> erase(request, response);
        }
    }

    private void titles(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = FormTexts.of(request);
        var result = policies.change(
                caller.required(),
                form.get("site"),
                form.oneOf("readers", TitleReaders.NOBODY),
                form.get("statute"),
                form.get("reason"));
        switch (result) {
            case CHANGED -> seeOther(request, response, PAGE + "?changed=1");
            case MISSING -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            default -> {
                request.setAttribute(RESULT, result);
                again(request, response, PAGE, "/desk/privacy.xhtml");
            }
        }
    }

    private void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = number(request, response);
        if (number == 0) return;
        var file = exports.make(caller.required(), number);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"person-" + number + ".zip\"");
        write(file.get(), response);
    }

    private void write(PersonFile file, HttpServletResponse response) throws IOException {
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("person-" + file.patron() + ".html"));
            zip.write(new PersonFilePage(words).of(file).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("person-" + file.patron() + ".json"));
            zip.write(PersonFileJson.write(file).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void erase(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var number = number(request, response);
        if (number == 0) return;
        var form = FormTexts.of(request);
        if (!form.get("sure").equals("yes") || form.get("reason").isEmpty()) {
            notErased("privacy.notSure", number, request, response);
            return;
        }
        var reason = form.oneOf("reason", ErasureReason.ASKED);
        switch (erasures.erase(caller.required(), number, reason)) {
            case ERASED -> seeOther(request, response, PAGE + "?erased=1");
            case MISSING -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case PROPERTY_OUT -> notErased("privacy.propertyOut", number, request, response);
        }
    }

    private static void notErased(String why, long number, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, why);
        again(request, response, PAGE + "/" + number, "/desk/privacy-person.xhtml");
    }

    /** 0 when 404 was answered. */
    private static long number(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = request.getDispatcherType() == DispatcherType.FORWARD
                ? Numbered.importNumber(request).orElse(0)
                : 0;
        if (number == 0) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return number;
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String address, String page)
            throws ServletException, IOException {
        response.setStatus(UNPROCESSABLE);
        request.setAttribute(StaffView.ADDRESS, address);
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static void seeOther(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
