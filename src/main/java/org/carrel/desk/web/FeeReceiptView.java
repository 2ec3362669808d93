package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.FeeReceipt;
import org.carrel.circulation.Fees;
import org.carrel.patrons.Patron;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** desk/fee-receipt.xhtml: a slip of 80 mm for who has paid, without titles. */
@Named
@RequestScoped
public class FeeReceiptView {
    @Inject
    HttpServletRequest request;

    @Inject
    Fees fees;

    @Inject
    Patrons patrons;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    FeeWords feeWords;

    private Optional<FeeReceipt> receipt = Optional.empty();
    private Optional<Patron> patron = Optional.empty();

    @PostConstruct
    void load() {
        var person = Numbered.importNumber(request).orElse(0);
        var act = Numbered.line(request).orElse(0);
        receipt = fees.receipt(caller.required(), act).filter(known -> known.patron() == person);
        patron = receipt.flatMap(known -> patrons.find(known.patron()));
    }

    public void check() throws IOException {
        if (patron.isEmpty()) Pages.notFound();
    }

    /** @param what type, and the barcode of the copy */
    public record Part(String what, String amount) {}

    private FeeReceipt known() {
        return receipt.orElseThrow();
    }

    public long getPatron() {
        return known().patron();
    }

    public long getNumber() {
        return known().number();
    }

    public String getNumberSaid() {
        return words.text("receipt.number", known().number());
    }

    public String getBy() {
        return words.text("receipt.by", who());
    }

    public String getTitle() {
        return words.text("receipt." + known().kind());
    }

    public String getName() {
        return patron.orElseThrow().spokenName();
    }

    public String getTime() {
        return words.time(known().at());
    }

    public List<Part> getParts() {
        return known().parts().stream().map(this::part).toList();
    }

    private Part part(FeeReceipt.Part part) {
        var type = words.text("chargeType." + part.type());
        var what = part.barcode().isEmpty() ? type : type + ", " + words.text("fees.copy", part.barcode());
        return new Part(part.reason().isEmpty() ? what : what + ": " + part.reason(), feeWords.money(part.amount()));
    }

    public String getTotal() {
        return feeWords.money(known().total());
    }

    /** How money changed hands; empty when none did. */
    public String getMeans() {
        return known().means().map(how -> words.text("payMeans." + how)).orElse("");
    }

    public String getLeft() {
        return feeWords.money(known().left().total());
    }

    private String who() {
        var account = known().account();
        return feeWords.who(account.isPresent() ? Optional.of(account.getAsLong()) : Optional.empty());
    }
}
