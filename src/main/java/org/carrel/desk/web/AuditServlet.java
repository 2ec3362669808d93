package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.carrel.devices.AuditAct;
import org.carrel.devices.AuditClosed;
import org.carrel.devices.AuditScanned;
import org.carrel.devices.AuditStarted;
import org.carrel.devices.DeviceAudits;
import org.carrel.security.CurrentCaller;

/** The forms of desk/audits.xhtml and desk/audit.xhtml. */
@WebServlet({AuditServlet.START, AuditServlet.SCAN, AuditServlet.CLOSE})
public class AuditServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String START = "/desk/audits/start";
    static final String SCAN = "/desk/audit-scan";
    static final String CLOSE = "/desk/audit-close";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.auditProblem";

    private static final String AUDITS = "/desk/audits";
    private static final String ACT = "act-";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceAudits audits;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = Numbered.importNumber(request).orElse(0);
        if (request.getServletPath().equals(START)) start(request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(SCAN)) scan(id, request, response);
        else close(id, request, response);
    }

    private void start(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var answer = audits.start(texts.get("site"), texts.get("place"), caller.required());
        if (answer instanceof AuditStarted.Started started) {
            to(request, response, "/desk/audit/" + started.id());
            return;
        }
        var why = ((AuditStarted.Refused) answer).why();
        request.setAttribute(PROBLEM, words.text("auditProblem." + why, texts.get("place")));
        show(request, response, AUDITS, "/desk/audits.xhtml");
    }

    private void scan(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        var again = new StringBuilder("/desk/audit/").append(id);
        if (texts.get("check").equals("yes")) InventoryAddress.add(again, "check", "yes");
        if (texts.has("unscan")) {
            audits.unscan(id, FormTexts.number(texts.get("unscan")));
            to(request, response, again.toString());
            return;
        }
        var tag = texts.get("code").strip();
        var serial = texts.get("serial").strip();
        // A scanner ends with Enter: without a script the form comes with the label alone, and asks for the serial
        // then.
        if (texts.get("check").equals("yes") && serial.isEmpty() && !tag.isEmpty()) {
            InventoryAddress.add(again, "tag", tag);
            to(request, response, again.toString());
            return;
        }
        switch (audits.scan(id, tag, serial, by)) {
            case AuditScanned.Scanned done -> {
                InventoryAddress.add(again, "last", String.valueOf(done.device()));
                if (done.again()) InventoryAddress.add(again, "again", "yes");
            }
            case AuditScanned.Unknown unknown -> InventoryAddress.add(again, "unknown", unknown.code());
            case AuditScanned.Several several -> InventoryAddress.add(again, "several", "yes");
            case AuditScanned.OtherSerial other -> {
                again.setLength(0);
                again.append("/desk/label-check");
                InventoryAddress.add(again, "tag", tag);
                InventoryAddress.add(again, "serial", serial);
                InventoryAddress.add(again, "audit", String.valueOf(id));
            }
            case AuditScanned.Empty empty -> {}
            case AuditScanned.Over over -> {
                problem(id, "audit.over", request, response);
                return;
            }
        }
        to(request, response, again.toString());
    }

    private void close(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var number = number(texts.get("request"));
        if (texts.get("do").equals("drop")) {
            if (audits.drop(id, number, caller.required())) to(request, response, AUDITS + "?done=dropped");
            else problem(id, "audit.over", request, response);
            return;
        }
        var answer = audits.close(id, acts(texts), number, caller.required());
        if (answer == AuditClosed.DONE) to(request, response, "/desk/audit/" + id + "?done=DONE");
        else problem(id, "auditClosed." + answer, request, response);
    }

    private static Map<Long, AuditAct> acts(FormTexts texts) {
        var acts = new HashMap<Long, AuditAct>();
        texts.texts().forEach((name, value) -> {
            if (!name.startsWith(ACT)) return;
            var device = FormTexts.number(name.substring(ACT.length()));
            InventoryAddress.one(AuditAct.class, value).ifPresent(act -> acts.put(device, act));
        });
        return acts;
    }

    /** What is no request of ours gets a number of its own: it is done each time. */
    static UUID number(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private void problem(long id, String key, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, words.text(key));
        show(request, response, "/desk/audit/" + id, "/desk/audit.xhtml");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String address, String page)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
