package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.security.CurrentCaller;
import org.carrel.testing.DeviceReadiness;
import org.carrel.testing.DeviceReadiness.Problem;
import org.carrel.testing.TestCoordinators;
import org.carrel.testing.TestProgram.Check;

/** The forms of desk/testing-devices.xhtml, desk/testing-programs.xhtml and desk/testing-coordinators.xhtml. */
@WebServlet({TestDevicesServlet.LOOK, TestDevicesServlet.PROGRAMS, TestDevicesServlet.NAME})
public class TestDevicesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LOOK = "/desk/testing-devices/look";
    static final String PROGRAMS = "/desk/testing-programs/change";
    static final String NAME = "/desk/testing-coordinators/name";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.testProgramProblem";

    static final String FAILED = "failed-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceReadiness readiness;

    @Inject
    transient TestCoordinators coordinators;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        switch (request.getServletPath()) {
            case LOOK -> look(texts, request, response);
            case PROGRAMS -> programs(texts, request, response);
            default -> {
                var account = FormTexts.number(texts.get("account"));
                coordinators.name(account, texts.get("do").equals("name"), caller.required());
                TestWindowServlet.to(request, response, "/desk/testing-coordinators?done=yes");
            }
        }
    }

    private void look(FormTexts texts, HttpServletRequest request, HttpServletResponse response) {
        var device = FormTexts.number(texts.get("device"));
        var program = Math.max(0, FormTexts.integer(texts.get("program")));
        var failed = texts.texts().keySet().stream()
                .filter(name -> name.startsWith(FAILED))
                .map(name -> FormTexts.integer(name.substring(FAILED.length())))
                .collect(Collectors.toSet());
        var now = readiness.look(device, program, failed, caller.required());
        var path = new StringBuilder("/desk/testing-devices");
        InventoryAddress.add(path, "site", texts.get("site"));
        InventoryAddress.add(path, "program", String.valueOf(program));
        now.ifPresent(one ->
                InventoryAddress.add(path, "done", String.valueOf(one.device().id())));
        TestWindowServlet.to(request, response, path.toString());
    }

    private void programs(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var by = caller.required();
        var program = Math.max(0, FormTexts.integer(texts.get("program")));
        var problem =
                switch (texts.get("do")) {
                    case "program" -> readiness.addProgram(texts.get("name"), by);
                    case "check" ->
                        readiness.saveCheck(
                                program,
                                new Check(
                                        0,
                                        texts.get("nameEn"),
                                        texts.get("nameEs"),
                                        FormTexts.integer(texts.get("days"))),
                                by);
                    case "uncheck" -> {
                        readiness.retireCheck(FormTexts.integer(texts.get("check")), by);
                        yield Optional.<Problem>empty();
                    }
                    case "unprogram" -> {
                        readiness.retireProgram(program, by);
                        yield Optional.<Problem>empty();
                    }
                    default -> Optional.<Problem>empty();
                };
        if (problem.isEmpty()) {
            TestWindowServlet.to(request, response, "/desk/testing-programs?done=yes");
            return;
        }
        request.setAttribute(PROBLEM, words.text("programProblem." + problem.get()));
        request.setAttribute(StaffView.ADDRESS, "/desk/testing-programs");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/testing-programs.xhtml").forward(request, response);
    }
}
