package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.circulation.HoldLists;
import org.carrel.circulation.HoldState;
import org.carrel.circulation.OpenHold;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/person-holds.xhtml: what somebody waits for. Each look is audited. */
@Named
@RequestScoped
public class PersonHoldsView {
    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    HoldLists lists;

    @Inject
    HoldWords said;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    private Optional<Patron> patron = Optional.empty();
    private List<OpenHold> holds = List.of();

    @PostConstruct
    void load() {
        patron = patrons.find(Numbered.importNumber(request).orElse(0));
        patron.ifPresent(looks::at);
        holds = patron.map(found -> lists.ofPatron(found.id())).orElse(List.of());
    }

    public void check() throws IOException {
        if (patron.isEmpty()) Pages.notFound();
    }

    /** @param mine the pick-up site is within reach: it can be changed */
    public record Row(
            long id,
            long record,
            String title,
            String state,
            String placed,
            String pickUp,
            boolean mine,
            boolean setAside,
            boolean suspended) {}

    public List<Row> getRows() {
        return holds.stream()
                .map(hold -> new Row(
                        hold.id(),
                        hold.bib(),
                        hold.title(),
                        said.state(hold),
                        words.day(hold.placed()),
                        hold.siteName(),
                        caller.required().isOf(hold.site()),
                        hold.state() == HoldState.READY || hold.state() == HoldState.ON_ITS_WAY,
                        hold.state() == HoldState.SUSPENDED))
                .toList();
    }

    public long getId() {
        return patron.orElseThrow().id();
    }

    public String getName() {
        return patron.orElseThrow().spokenName();
    }

    public String getDone() {
        return said.done(FormTexts.of(request).get("done"));
    }

    public boolean isDoneWell() {
        return said.isWell(FormTexts.of(request).get("done"));
    }

    /** A new one for each form: the same form sent twice is one act. */
    public String getRequestId() {
        return UUID.randomUUID().toString();
    }
}
