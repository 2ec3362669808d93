package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.Scan;
import org.carrel.circulation.ScannedNumbers;
import org.carrel.desk.web.StaffWords;
import org.carrel.patrons.Patron;
import org.carrel.platform.JsonText;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;

/** Whom and what a request means. Who is out of reach looks like nobody. */
@RequestScoped
public class Meant {
    @Inject
    ScannedNumbers numbers;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    Caller by() {
        return caller.required();
    }

    /** Code of the only school of this program. */
    String site() {
        return by().site().orElseThrow();
    }

    /** By {@code patron} or {@code patronId}. */
    Patron patron(Body body) {
        var id = body.number("patronId");
        if (id.isPresent()) {
            return numbers.person(id.get(), by())
                    .orElseThrow(() -> body.bad("patronId", words.text("holds.card.NOBODY")));
        }
        var found = numbers.people(body.needed("patron", Scan.LONGEST), site(), by());
        if (found.isEmpty()) throw body.bad("patron", words.text("holds.card.NOBODY"));
        return only(found);
    }

    /** The only one whose card or number it is; a problem that says so when there is nobody. */
    Patron patron(String number) {
        var found = numbers.people(number, site(), by());
        if (found.isEmpty()) throw new ProblemException(Problem.of(404, words.text("holds.card.NOBODY")));
        return only(found);
    }

    private Patron only(List<Patron> found) {
        if (found.size() == 1) return found.getFirst();
        throw several("people", words.text("holds.card.SEVERAL"), found, person -> JsonText.object()
                .add("id", person.id())
                .add("name", person.spokenName())
                .build());
    }

    /** By {@code item} or {@code itemId}. */
    ItemForLoan item(Body body) {
        var id = body.number("itemId");
        if (id.isPresent()) {
            return numbers.copy(id.get()).orElseThrow(() -> body.bad("itemId", words.text("api.noCopy")));
        }
        return copy(body, body.needed("item", Scan.LONGEST));
    }

    ItemForLoan copy(Body body, String barcode) {
        var found = numbers.copies(barcode, site());
        if (found.isEmpty()) throw body.bad("item", words.text("desk.unknown", barcode));
        if (found.size() == 1) return found.getFirst();
        throw several("items", words.text("api.severalCopies"), found, copy -> JsonText.object()
                .add("id", copy.id())
                .add("title", copy.title())
                .add("site", copy.siteCode())
                .build());
    }

    private <T> ProblemException several(String name, String why, List<T> found, Function<T, JsonObject> json) {
        var all = JsonText.array();
        found.forEach(one -> all.add(json.apply(one)));
        return new ProblemException(
                Problem.ours("several", 409, words.text("api.several"), why).with(name, all.build()));
    }

    /** By {@code override}. */
    Lifted lifted(Body body) {
        var wanted = body.object("override", NewOverride.class);
        var blocks = EnumSet.noneOf(LoanBlock.class);
        blocks.addAll(wanted.constants("blocks", LoanBlock.class));
        return new Lifted(blocks, wanted.text("reason", Lifted.LONGEST_REASON));
    }
}
