package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.Loan;
import org.carrel.circulation.Scan;
import org.carrel.desk.web.DueWords;
import org.carrel.desk.web.ScanWords;
import org.carrel.desk.web.StaffWords;
import org.carrel.patrons.Patron;
import org.carrel.platform.JsonText;
import org.carrel.platform.rest.Problem;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** What is answered to a program: what the desk's page would show, and a problem where nothing was done. */
@RequestScoped
public class Replies {
    /** Whether the answer is one that was given before. */
    private static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    HttpServletRequest request;

    @Inject
    ScanWords scans;

    @Inject
    DueWords dues;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    /** @param unknown the status for what is not known here */
    Response of(DeskAnswer answer, Scan scan, int unknown) {
        return of(answer, scan, unknown, 200);
    }

    /** @param made the status for a loan that was made */
    Response of(DeskAnswer told, Scan scan, int unknown, int made) {
        var answer = asTheFirstTime(told);
        var reply =
                switch (answer.act()) {
                    case REFUSED -> problem(refused(answer, scan));
                    case UNKNOWN ->
                        problem(unknown == 404 ? Problem.inWords(404, words.language()) : named(answer, scan, unknown));
                    case NOTHING -> problem(named(answer, scan, 422));
                    case NOTHING_TO_UNDO, NOBODY_AT_DESK -> problem(named(answer, scan, 409));
                    case FORGOTTEN -> problem(named(answer, scan, 410));
                    case CHECKED_OUT -> fresh(made, json(answer, scan));
                    default -> fresh(200, json(answer, scan));
                };
        return (told.repeated() ? reply.header(REPLAYED, "true") : reply).build();
    }

    /** The same answer is the same to the letter. */
    private static DeskAnswer asTheFirstTime(DeskAnswer told) {
        return new DeskAnswer(
                told.act(),
                told.copy(),
                told.patron(),
                told.loan(),
                told.blocks(),
                told.remarks(),
                told.people(),
                told.copies(),
                false);
    }

    private Problem refused(DeskAnswer answer, Scan scan) {
        var problem = named(answer, scan, 409);
        return blocked(problem, answer.blocks().stream().map(this::block).toList());
    }

    private Problem named(DeskAnswer answer, Scan scan, int status) {
        var kind = answer.act().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.ours(kind, status, head(answer), String.join(" ", scans.says(answer, scan)));
    }

    static Problem blocked(Problem problem, List<BlockJson> blocks) {
        var all = JsonText.array();
        blocks.forEach(block -> all.add(block.json()));
        return problem.with("blocks", all.build());
    }

    BlockJson block(Blocked blocked) {
        return new BlockJson(
                blocked.block().name(),
                scans.text(blocked),
                blocked.block().lifting().name());
    }

    private Response.ResponseBuilder problem(Problem problem) {
        return problem.at(request.getRequestURI())
                .response()
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag());
    }

    Response.ResponseBuilder fresh(int status, Object answer) {
        return Response.status(status)
                .entity(answer)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag());
    }

    private AnswerJson json(DeskAnswer answer, Scan scan) {
        return new AnswerJson(
                answer.act(),
                head(answer),
                scans.says(answer, scan),
                shown(answer).map(PersonJson::of).orElse(null),
                answer.copy().map(CopyJson::of).orElse(null),
                answer.loan().map(this::loan).orElse(null),
                answer.people().stream().map(PersonJson::of).toList(),
                answer.copies().stream().map(CopyJson::of).toList(),
                ScanWords.canBeUndone(answer));
    }

    /** On the page the head stands before something. */
    private String head(DeskAnswer answer) {
        return scans.head(answer).replaceFirst(":$", "");
    }

    LoanJson loan(Loan loan) {
        return LoanJson.of(loan, dues.due(loan));
    }

    /** Who has a title is told to those whose role has it; who was named by the program is no news. */
    private Optional<Patron> shown(DeskAnswer answer) {
        var named = answer.act() == Act.PATRON || answer.act() == Act.CHECKED_OUT || answer.act() == Act.JUST_LENT;
        return answer.patron().filter(person -> named || caller.may(Operation.SEE_TITLES_OF_PERSON));
    }
}
