package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Program;
import org.carrel.security.ProgramMade;
import org.carrel.security.Programs;
import org.carrel.security.Role;
import org.carrel.security.WebSettings;

/** desk/programs.xhtml: the programs that do what a desk does, and what they have to know. */
@Named
@RequestScoped
public class ProgramsView {
    @Inject
    HttpServletRequest request;

    @Inject
    Programs programs;

    @Inject
    MarcImports imports;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Inject
    Clock clock;

    private List<Program> all = List.of();
    private List<Site> sites = List.of();

    @PostConstruct
    void load() {
        var by = caller.required();
        all = programs.list(by);
        sites = imports.sites().stream().filter(site -> by.isOf(site.code())).toList();
    }

    /**
     * A row of the list.
     *
     * @param good its token can be revoked
     */
    public record Row(
            long number, String name, String role, String site, String lastUsed, String state, boolean good) {}

    public List<Row> getRows() {
        return all.stream()
                .map(program -> new Row(
                        program.number(),
                        program.name(),
                        words.text("role." + program.role()),
                        program.site(),
                        program.lastUsed().map(words::time).orElseGet(() -> words.text("programs.never")),
                        state(program),
                        program.isGood(clock.instant())))
                .toList();
    }

    private String state(Program program) {
        if (program.revoked().isPresent())
            return words.text("programs.revoked", words.time(program.revoked().get()));
        return words.text(
                program.isGood(clock.instant()) ? "programs.good" : "programs.over", words.day(program.ends()));
    }

    /** The token that was made just now; empty at any other time. */
    public String getToken() {
        return made() instanceof ProgramMade.Done done ? done.token() : "";
    }

    public String getTokenHelp() {
        return made() instanceof ProgramMade.Done done ? words.text("programs.tokenHelp", done.name()) : "";
    }

    private Object made() {
        var made = request.getAttribute(ProgramServlet.MADE);
        return made == null ? "" : made;
    }

    public String getNameProblem() {
        return problem(ProgramMade.Problem.BAD_NAME);
    }

    /** What a form of ours cannot send. */
    public String getProblem() {
        return Arrays.stream(ProgramMade.Problem.values())
                .filter(problem -> problem != ProgramMade.Problem.BAD_NAME)
                .map(this::problem)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String problem(ProgramMade.Problem problem) {
        return made() instanceof ProgramMade.Refused refused && refused.problem() == problem
                ? words.text("programProblem." + problem, Program.MAX_NAME)
                : "";
    }

    /** What was typed before. */
    public String getName() {
        return getToken().isEmpty() ? FormTexts.of(request).get("name") : "";
    }

    public List<Choice> getRoles() {
        var chosen = FormTexts.of(request).oneOf("role", Role.AIDE);
        return Program.ROLES.stream()
                .map(role -> new Choice(role.name(), words.text("programRole." + role), role == chosen))
                .toList();
    }

    public List<Choice> getSites() {
        var chosen = FormTexts.of(request).get("site");
        return sites.stream()
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(chosen)))
                .toList();
    }

    public List<Choice> getLives() {
        var typed = FormTexts.of(request).get("days");
        return Program.LIVES.stream()
                .map(Duration::toDays)
                .map(days -> new Choice(
                        Long.toString(days),
                        words.text("programs.days", days),
                        typed.isEmpty() ? days == 90 : typed.equals(Long.toString(days))))
                .toList();
    }

    /** Something to try, with the token in the place of the dots. */
    public String getExample() {
        return "curl -H 'Authorization: Bearer crl_…' "
                + settings.baseUrl().resolve(request.getContextPath() + "/api/v1/patrons/1001/summary");
    }
}
