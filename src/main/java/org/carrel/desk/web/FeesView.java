package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.circulation.AccountStatement;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.ChargeEntry;
import org.carrel.circulation.ChargeType;
import org.carrel.circulation.EntryKind;
import org.carrel.circulation.Fees;
import org.carrel.circulation.LentCopy;
import org.carrel.circulation.Owed;
import org.carrel.circulation.PayMeans;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/fees.xhtml: what one person owes and why, and what was paid. Each look is audited. */
@Named
@RequestScoped
public class FeesView {
    /** What people charge; the rest is worked out by rules. */
    static final Set<ChargeType> BY_HAND = EnumSet.of(ChargeType.MANUAL, ChargeType.DAMAGE, ChargeType.COPAY);

    private static final List<String> DONE = List.of("payment", "credit", "waiver", "write-off", "refund", "charge");

    @Inject
    HttpServletRequest request;

    @Inject
    Patrons patrons;

    @Inject
    Fees fees;

    @Inject
    PersonLooks looks;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    FeeWords feeWords;

    private Optional<Patron> patron = Optional.empty();
    private Optional<AccountStatement> statement = Optional.empty();
    private FormTexts typed = new FormTexts(Map.of());
    private Set<String> chosen = Set.of();

    @PostConstruct
    void load() {
        typed = FormTexts.of(request);
        chosen = Arrays.stream(Objects.requireNonNullElse(request.getParameterValues("charge"), new String[0]))
                .collect(Collectors.toUnmodifiableSet());
        var number = Numbered.importNumber(request).orElse(0);
        patron = patrons.find(number).filter(known -> known.mergedInto().isEmpty());
        statement = patron.flatMap(known -> fees.statement(caller.required(), known.id()));
        if (statement.isPresent()) looks.at(patron.orElseThrow());
    }

    public void check() throws IOException {
        if (statement.isEmpty()) Pages.notFound();
    }

    /**
     * Something that is owed.
     *
     * @param title of the copy; empty for none, or when it is forgotten
     * @param copy its barcode
     * @param why sentences
     * @param paid what was paid or waived of it, in words; empty for nothing
     */
    public record Row(
            long id,
            String type,
            String group,
            String title,
            String copy,
            List<String> why,
            String day,
            String amount,
            String paid,
            String outstanding,
            boolean chosen) {}

    /** Something that was done to a charge. @param receipt its path; empty for none */
    public record Step(String what, String receipt) {}

    /** A charge that is settled, or was in part. @param paid as a number, when money could go back; empty for none */
    public record Past(
            long id,
            String type,
            String title,
            String copy,
            String amount,
            String day,
            List<Step> steps,
            String paid) {}

    private Owed owed() {
        return statement.orElseThrow().owed();
    }

    private Patron person() {
        return patron.orElseThrow();
    }

    public long getId() {
        return person().id();
    }

    public String getName() {
        return person().spokenName();
    }

    /** Grade and homeroom. */
    public String getSummary() {
        var facts = person().facts();
        return Stream.of(PatronField.GRADE, PatronField.HOMEROOM)
                .map(facts::get)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** A number for the next form. What was not taken keeps its own. */
    public String getRequestId() {
        var sent = typed.get("request");
        return getProblemPart().isEmpty() || sent.isEmpty() ? UUID.randomUUID().toString() : sent;
    }

    /** Another one for each other form of the page. */
    public String getOtherId() {
        return UUID.randomUUID().toString();
    }

    public String getTitle() {
        return words.text("fees.title", getName());
    }

    public String getOwes() {
        return words.text("fees.owes", feeWords.money(owed().total()));
    }

    public String getCreditSaid() {
        return words.text("fees.credit", feeWords.money(owed().credit()));
    }

    public boolean isOwing() {
        return !owed().total().isZero();
    }

    /** How much of it is for books and how much for devices; empty when all of it is of one kind. */
    public String getApart() {
        if (owed().library().isZero() || owed().device().isZero()) return "";
        return words.text("fees.apart", feeWords.money(owed().library()), feeWords.money(owed().device()));
    }

    public boolean isCredited() {
        return !owed().credit().isZero();
    }

    public boolean isMayDecide() {
        return caller.may(Operation.DECIDE_FEES);
    }

    public String getDone() {
        var done = typed.get("done");
        return DONE.contains(done) ? words.text("fees.done." + done) : "";
    }

    /** Where the receipt of what was done just now is; empty for none. */
    public String getReceiptPath() {
        var act = FormTexts.integer(typed.get("act"));
        return act > 0 && !getDone().isEmpty() ? receipt(act) : "";
    }

    private String receipt(long act) {
        return "/desk/fees/" + getId() + "/receipt/" + act;
    }

    public String getProblemPart() {
        return answer().map(FeesServlet.Answer::part).orElse("");
    }

    private Optional<FeesServlet.Answer> answer() {
        return request.getAttribute(FeesServlet.ANSWER) instanceof FeesServlet.Answer known
                ? Optional.of(known)
                : Optional.empty();
    }

    private String problem(String part) {
        return answer().filter(known -> known.part().equals(part))
                .map(FeesServlet.Answer::problem)
                .orElse("");
    }

    public String getPayProblem() {
        return problem("pay");
    }

    public String getBackProblem() {
        return problem("back");
    }

    public String getChargeProblem() {
        return problem("charge");
    }

    /** What was typed; else all that is owed. */
    public String getAmount() {
        return getPayProblem().isEmpty() ? owed().total().toString() : typed.get("amount");
    }

    public String getReason() {
        return getPayProblem().isEmpty() ? "" : typed.get("reason");
    }

    public List<Choice> getMeans() {
        var wish = typed.oneOf("means", PayMeans.CASH);
        return Arrays.stream(PayMeans.values())
                .filter(means -> means != PayMeans.CREDIT)
                .map(means -> new Choice(means.name(), words.text("payMeans." + means), means == wish))
                .toList();
    }

    public List<Row> getRows() {
        return lines().filter(line -> !line.charge().outstanding().isZero())
                .map(this::row)
                .toList();
    }

    private Stream<AccountStatement.Line> lines() {
        return statement.orElseThrow().lines().stream();
    }

    private Row row(AccountStatement.Line line) {
        var charge = line.charge();
        var why = Stream.concat(
                        charge.why().stream().map(feeWords::why),
                        Stream.of(charge.reason()).filter(text -> !text.isEmpty()))
                .toList();
        var partly = charge.outstanding().equals(charge.amount());
        return new Row(
                charge.id(),
                words.text("chargeType." + charge.type()),
                words.text("chargeClass." + charge.group()),
                line.copy().map(LentCopy::title).orElse(""),
                copy(line),
                why,
                words.day(charge.at()),
                feeWords.money(charge.amount()),
                partly ? "" : words.text("fees.ofIt", feeWords.money(charge.amount())),
                feeWords.money(charge.outstanding()),
                chosen.contains(String.valueOf(charge.id())));
    }

    private String copy(AccountStatement.Line line) {
        return line.copy()
                .map(LentCopy::barcode)
                .filter(barcode -> !barcode.isEmpty())
                .map(barcode -> words.text("fees.copy", barcode))
                .orElse("");
    }

    /** Everything to which something was done, the newest charge first. */
    public List<Past> getPast() {
        return lines().filter(line -> !line.charge().entries().isEmpty())
                .map(this::past)
                .toList();
    }

    private Past past(AccountStatement.Line line) {
        var charge = line.charge();
        return new Past(
                charge.id(),
                words.text("chargeType." + charge.type()),
                line.copy().map(LentCopy::title).orElse(""),
                copy(line),
                feeWords.money(charge.amount()),
                words.day(charge.at()),
                charge.entries().stream().map(this::step).toList(),
                charge.kept().isZero() ? "" : charge.kept().toString());
    }

    private Step step(ChargeEntry entry) {
        var means = entry.means().map(how -> words.text("payMeans." + how)).orElse("");
        var text = words.text(
                "fees.step",
                words.text("entryKind." + entry.kind()),
                feeWords.money(entry.amount()),
                words.day(entry.at()),
                feeWords.who(entry.account()));
        var more =
                Stream.of(means, entry.reason()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        var byRule = entry.kind() == EntryKind.CANCELLATION || entry.kind() == EntryKind.REINSTATEMENT;
        return new Step(more.isEmpty() ? text : text + " · " + more, byRule ? "" : receipt(entry.act()));
    }

    /** What is to be given back. */
    public List<Past> getCredits() {
        return lines().filter(line -> !line.charge().credit().isZero())
                .map(line -> new Past(
                        line.charge().id(),
                        words.text("chargeType." + line.charge().type()),
                        line.copy().map(LentCopy::title).orElse(""),
                        copy(line),
                        feeWords.money(line.charge().credit()),
                        words.day(line.charge().at()),
                        List.of(),
                        line.charge().credit().toString()))
                .toList();
    }

    /** Whether what is to be given back could pay for something. */
    public boolean isExchangeable() {
        return isCredited() && isOwing();
    }

    // what is charged by hand

    public String getChargeAmount() {
        return getChargeProblem().isEmpty() ? "" : typed.get("amount");
    }

    public String getChargeReason() {
        return getChargeProblem().isEmpty() ? "" : typed.get("reason");
    }

    /** The number of a damage that is to be charged; empty for none. */
    public String getDamage() {
        var damage = FormTexts.number(typed.get("damage"));
        return damage > 0 ? String.valueOf(damage) : "";
    }

    public List<Choice> getTypes() {
        var wish = typed.oneOf("type", getDamage().isEmpty() ? ChargeType.MANUAL : ChargeType.DAMAGE);
        return BY_HAND.stream()
                .map(type -> new Choice(type.name(), words.text("chargeType." + type), type == wish))
                .toList();
    }

    public List<Choice> getClasses() {
        var wish = typed.oneOf("class", ChargeClass.LIBRARY);
        return Arrays.stream(ChargeClass.values())
                .map(group -> new Choice(group.name(), words.text("chargeClass." + group), group == wish))
                .toList();
    }
}
