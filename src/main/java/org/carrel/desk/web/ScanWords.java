package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.LoanBlock.Lifting;
import org.carrel.circulation.Money;
import org.carrel.circulation.Scan;
import org.carrel.patrons.Patron;
import org.carrel.platform.JsonText;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** What the desk says to a scan: a head, what it is about, sentences, and what can be done next. */
@RequestScoped
public class ScanWords {
    @Inject
    StaffWords words;

    @Inject
    DueWords dues;

    @Inject
    FeeWords money;

    @Inject
    HttpServletRequest request;

    @Inject
    LentDeviceWords devices;

    @Inject
    SessionWords sessions;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** How a line looks and sounds. */
    enum Tone {
        OK,
        NOTE,
        WARN,
        STOP
    }

    private PersonWords people() {
        return new PersonWords(words, Map.of());
    }

    String json(DeskAnswer answer, Scan scan) {
        var json = JsonText.object()
                .add("act", answer.act().name())
                .add("tone", tone(answer).name().toLowerCase(Locale.ROOT))
                .add("head", head(answer))
                .add("what", what(answer))
                .add("say", JsonText.array(says(answer, scan)))
                .add("actions", actions(answer))
                .add("choices", choices(answer))
                .add("parts", devices.parts(answer));
        if (answer.act() == Act.PATRON) answer.patron().ifPresent(person -> json.add("patron", person.id()));
        if (answer.act() == Act.DONE) json.add("done", true);
        if (answer.act() == Act.SWAP) json.add("go", "swap");
        if (canBeUndone(answer)) json.add("undo", scan.request().toString());
        return json.build().toString();
    }

    private static boolean isForItsShelf(DeskAnswer answer) {
        return switch (answer.act()) {
            case RETURNED, NOT_ON_LOAN, JUST_RETURNED, ASSIGNMENT_ENDED ->
                answer.remarks().stream().noneMatch(said -> goesElsewhere(said.kind()));
            default -> false;
        };
    }

    private static boolean goesElsewhere(Remark.Kind kind) {
        return switch (kind) {
            case HOLD_HERE, HOLD_ELSEWHERE, BELONGS_ELSEWHERE, IS_WITHDRAWN, IS_DAMAGED, ASSIGNED_TO, GOES_TO_CLASS ->
                true;
            default -> false;
        };
    }

    /** Whether it can be taken back within a minute. */
    public static boolean canBeUndone(DeskAnswer answer) {
        return switch (answer.act()) {
            case CHECKED_OUT, RENEWED, RETURNED -> true;
            default -> false;
        };
    }

    private static Tone tone(DeskAnswer answer) {
        return switch (answer.act()) {
            case CHECKED_OUT,
                    RENEWED,
                    RETURNED,
                    ASSIGNMENT_ENDED,
                    PATRON,
                    DONE,
                    UNDONE,
                    DAMAGED,
                    MARKED_LOST,
                    CLAIMED,
                    RENEWED_ALL,
                    SWAP,
                    SWAPPED,
                    SWAPPED_BACK -> remarked(answer);
            case NOT_ON_LOAN,
                    JUST_LENT,
                    JUST_RETURNED,
                    CHOOSE_PERSON,
                    CHOOSE_COPY,
                    CHOOSE_LOST,
                    TITLE,
                    NOTHING,
                    FORGOTTEN -> Tone.NOTE;
            case UNKNOWN, NOTHING_TO_UNDO, NOBODY_AT_DESK -> Tone.WARN;
            case REFUSED -> isTheirs(answer) ? Tone.NOTE : Tone.STOP;
        };
    }

    /** Nothing is wrong: who stands there has the device for the year. */
    private static boolean isTheirs(DeskAnswer answer) {
        return answer.blocks().stream().anyMatch(one -> one.block() == LoanBlock.DEVICE_IS_THEIRS);
    }

    private static Tone remarked(DeskAnswer answer) {
        var tone = Tone.OK;
        for (var remark : answer.remarks()) {
            switch (remark.kind()) {
                case HOLD_HERE, HOLD_ELSEWHERE, BELONGS_ELSEWHERE, ASSIGNED_TO ->
                    tone = tone == Tone.OK ? Tone.NOTE : tone;
                case WAS_LOST, WAS_CLAIMED, WAS_MISSING, IS_WITHDRAWN, IS_DAMAGED, NO_OPEN_DAY, IN_TRANSIT ->
                    tone = Tone.WARN;
                case COPIES_FREED, CREDIT, WAS_NEVER_HAD, STAYS_LOST, MANY_CLAIMS, NOT_RENEWED -> tone = Tone.WARN;
                case LATE, COUNTED_FOR, OVERRIDDEN, TAKEN_FROM_OTHER, FINE, HOLD_FILLED, PICK_UP_UNTIL, OWES -> {}
                case CART_TO_COUNT, CART_WITHOUT -> tone = Tone.WARN;
                case CART_OUT, GOES_IN_CART, WAS_OWED, OUT_OF_CART -> {}
                case FOR_CLASS -> {}
                case GOES_TO_CLASS -> tone = tone == Tone.OK ? Tone.NOTE : tone;
                case HAS_TICKET, LOANER_BACK -> tone = Tone.WARN;
                case CLAIMED_ON, SAID_BY, USED_HERE, DAMAGE_UNDONE, RENEWED_COUNT -> {}
                case WITH_ACCESSORIES, ACCESSORIES_BACK -> {}
            }
        }
        return tone;
    }

    /** What happened. */
    public String head(DeskAnswer answer) {
        if (answer.act() == Act.REFUSED && isTheirs(answer)) return words.text("desk.theirsAlready");
        return words.text("deskAct." + answer.act());
    }

    private String what(DeskAnswer answer) {
        if (answer.act() == Act.PATRON)
            return answer.patron().map(Patron::spokenName).orElse("");
        return answer.copy().map(ItemForLoan::title).orElse("");
    }

    /** All that is to be read, in order. */
    public List<String> says(DeskAnswer answer, Scan scan) {
        var says = new ArrayList<String>();
        switch (answer.act()) {
            case PATRON -> answer.patron().map(people()::about).ifPresent(says::add);
            case CHECKED_OUT, JUST_LENT -> lent(answer).ifPresent(says::add);
            case RENEWED ->
                answer.loan()
                        .map(loan -> words.text("desk.newDue", dues.due(loan)))
                        .ifPresent(says::add);
            case RETURNED, ASSIGNMENT_ENDED -> {
                if (caller.may(Operation.SEE_TITLES_OF_PERSON))
                    answer.patron()
                            .map(person -> words.text("desk.from", person.spokenName()))
                            .ifPresent(says::add);
            }
            case UNKNOWN -> says.add(words.text("desk.unknown", cut(scan.text())));
            case CHOOSE_LOST -> {
                if (answer.copies().isEmpty()) says.add(words.text("desk.nothingOut"));
            }
            case TITLE ->
                says.add(words.text("desk.titleCopies", answer.copies().size()));
            default -> {}
        }
        for (var blocked : answer.blocks()) says.add(text(blocked));
        answer.remarks().stream()
                .filter(this::isTold)
                .map(remark -> text(remark, answer))
                .forEach(says::add);
        if (isForItsShelf(answer)) answer.copy().flatMap(this::shelf).ifPresent(says::add);
        if (answer.repeated()) says.add(words.text("desk.repeated"));
        return says;
    }

    private Optional<String> lent(DeskAnswer answer) {
        return answer.patron().flatMap(person -> answer.loan()
                .map(loan -> loan.due().isPresent()
                        ? words.text("desk.lentUntil", person.spokenName(), dues.due(loan))
                        : words.text("desk.lent", person.spokenName())));
    }

    private Optional<String> shelf(ItemForLoan item) {
        var place = List.of(item.callNumber().text(), item.location()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return place.isEmpty() ? Optional.empty() : Optional.of(words.text("desk.shelveAt", place));
    }

    /** Who said something about a loan is for those who may know whose it was. */
    private boolean isTold(Remark remark) {
        return remark.kind() != Remark.Kind.SAID_BY || caller.may(Operation.SEE_TITLES_OF_PERSON);
    }

    /** Why not. */
    public String text(Blocked blocked) {
        var isMoney = blocked.block() == LoanBlock.OWES_TOO_MUCH;
        if (isOfDevices(blocked.block())) return words.text("loanBlock." + blocked.block(), devices.facts(blocked));
        if (isOfClasses(blocked.block()))
            return words.text(
                    "loanBlock." + blocked.block(), sessions.of(blocked.facts().getFirst()));
        var facts = blocked.facts().stream()
                .map(fact -> isMoney ? money.money(Money.of(fact)) : fact(fact))
                .toArray();
        return words.text("loanBlock." + blocked.block(), facts);
    }

    private static boolean isOfClasses(LoanBlock block) {
        return block == LoanBlock.BOOKED_FOR_CLASS || block == LoanBlock.PULLED_FOR_CLASS;
    }

    private static boolean isOfDevices(LoanBlock block) {
        return switch (block) {
            case DEVICE_ASSIGNED, DEVICE_IS_THEIRS, DEVICE_AT_REPAIR, DEVICE_NOT_READY, AGREEMENT_MISSING -> true;
            default -> false;
        };
    }

    /** Days are told as days. */
    private Object fact(String fact) {
        return fact.matches("\\d{4}-\\d{2}-\\d{2}") ? dues.day(LocalDate.parse(fact)) : fact;
    }

    /** What has to be known besides. */
    String text(Remark remark, DeskAnswer answer) {
        if (LentDeviceWords.isOfDevices(remark.kind())) return devices.text(remark);
        return switch (remark.kind()) {
            case LATE -> late(answer.loan().orElseThrow());
            case COUNTED_FOR, PICK_UP_UNTIL, CLAIMED_ON ->
                words.text("deskRemark." + remark.kind(), dues.day(LocalDate.parse(remark.value())));
            case FINE, CREDIT, OWES -> words.text("deskRemark." + remark.kind(), money.money(Money.of(remark.value())));
            case WAS_MISSING, IS_DAMAGED ->
                words.text("deskRemark." + remark.kind(), words.text("itemCondition." + remark.value()));
            case CART_OUT, CART_WITHOUT, CART_TO_COUNT, USED_HERE, MANY_CLAIMS, RENEWED_COUNT, NOT_RENEWED ->
                words.text("deskRemark." + remark.kind(), Long.valueOf(remark.value()));
            case FOR_CLASS, GOES_TO_CLASS -> words.text("deskRemark." + remark.kind(), sessions.of(remark.value()));
            case OVERRIDDEN -> words.text("deskRemark.OVERRIDDEN", names(remark.value()));
            default -> words.text("deskRemark." + remark.kind(), remark.value());
        };
    }

    private String names(String blocks) {
        return List.of(blocks.split(",")).stream()
                .map(name -> words.text("loanBlockName." + LoanBlock.valueOf(name)))
                .collect(Collectors.joining(", "));
    }

    private String late(Loan loan) {
        var back = loan.returned().orElseGet(clock::instant).atZone(loan.zone()).toLocalDate();
        var days = ChronoUnit.DAYS.between(loan.dueOn().orElse(back), back);
        return days > 0 ? words.text("desk.daysLate", days) : words.text("desk.hoursLate");
    }

    private static String cut(String text) {
        var shown = text.strip();
        return shown.length() <= 60 ? shown : shown.substring(0, 60) + "…";
    }

    /** What may be done next: lend all the same, take it from somebody else. */
    private JsonArrayBuilder actions(DeskAnswer answer) {
        var actions = JsonText.array();
        if (answer.act() == Act.RETURNED || answer.act() == Act.NOT_ON_LOAN) offerInstead(actions, answer);
        assigned(answer)
                .ifPresent(number -> actions.add(JsonText.object()
                        .add("do", "assignment-returned")
                        .add("number", number)
                        .add("name", words.text("desk.assignmentReturned"))));
        if (answer.act() != Act.REFUSED || answer.copy().isEmpty()) return actions;
        var item = answer.copy().get().id();
        var blocks = answer.blocks().stream().map(Blocked::block).toList();
        if (blocks.equals(List.of(LoanBlock.ON_LOAN_TO_OTHER))
                && answer.patron().isPresent()) {
            actions.add(JsonText.object()
                    .add("do", "take-and-lend")
                    .add("number", item)
                    .add("name", words.text("desk.takeAndLend")));
        }
        if (blocks.contains(LoanBlock.ON_LOAN_TO_OTHER)) {
            actions.add(JsonText.object()
                    .add("do", "check-in")
                    .add("number", item)
                    .add("name", words.text("desk.checkInOnly")));
        }
        if (blocks.contains(LoanBlock.AGREEMENT_MISSING) && caller.may(Operation.LEND_DEVICES)) {
            answer.patron()
                    .ifPresent(person -> actions.add(JsonText.object()
                            .add("href", request.getContextPath() + "/desk/person/" + person.id() + "/agreements")
                            .add("name", words.text("desk.signNow"))));
        }
        if (blocks.stream().allMatch(this::mayLift)) {
            var reason = blocks.stream().anyMatch(block -> block.lifting() == Lifting.WITH_REASON);
            var lift = JsonText.array();
            blocks.forEach(block -> lift.add(block.name()));
            actions.add(JsonText.object()
                    .add("do", answer.loan().isPresent() ? "renew" : "copy")
                    .add("number", answer.loan().map(Loan::id).orElse(item))
                    .add("lift", lift)
                    .add("reason", reason)
                    .add("name", words.text(reason ? "desk.override" : "desk.confirm")));
        }
        return actions;
    }

    /** Number of the assignment of a device that lies here. */
    private static Optional<Long> assigned(DeskAnswer answer) {
        var theirs = answer.blocks().stream()
                .filter(one -> one.block() == LoanBlock.DEVICE_IS_THEIRS)
                .map(one -> one.facts().getFirst());
        var said = answer.remarks().stream()
                .filter(one -> one.kind() == Remark.Kind.ASSIGNED_TO)
                .map(Remark::value);
        return Stream.concat(theirs, said).map(Long::valueOf).findFirst();
    }

    private void offerInstead(JsonArrayBuilder actions, DeskAnswer answer) {
        var item = answer.copy().orElseThrow().id();
        var kinds = answer.remarks().stream().map(Remark::kind).toList();
        if (kinds.contains(Remark.Kind.HOLD_HERE) || kinds.contains(Remark.Kind.HOLD_ELSEWHERE)) {
            actions.add(JsonText.object()
                    .add("do", "shelve")
                    .add("number", item)
                    .add("name", words.text("desk.shelveInstead")));
        }
        if (answer.act() == Act.RETURNED && !kinds.contains(Remark.Kind.IS_DAMAGED)) {
            actions.add(
                    JsonText.object().add("do", "damaged").add("number", item).add("name", words.text("desk.damaged")));
        }
    }

    /** Whether whoever is at the desk may lift all of them. */
    boolean mayLiftAll(List<Blocked> blocks) {
        return !blocks.isEmpty() && blocks.stream().map(Blocked::block).allMatch(this::mayLift);
    }

    private boolean mayLift(LoanBlock block) {
        return switch (block.lifting()) {
            case NEVER -> false;
            case CONFIRMED -> true;
            case WITH_REASON -> caller.may(Operation.OVERRIDE_LOAN);
        };
    }

    private JsonArrayBuilder choices(DeskAnswer answer) {
        var choices = JsonText.array();
        for (var person : answer.people()) {
            choices.add(JsonText.object()
                    .add("do", "choose")
                    .add("number", person.id())
                    .add("name", person.spokenName())
                    .add("about", people().about(person)));
        }
        for (var copy : answer.copies()) {
            choices.add(JsonText.object()
                    .add("do", answer.act() == Act.CHOOSE_LOST ? "lost-copy" : "copy")
                    .add("number", copy.id())
                    .add("name", copy.title())
                    .add("about", copyAbout(copy)));
        }
        return choices;
    }

    private String copyAbout(ItemForLoan copy) {
        return List.of(copy.barcode(), copy.callNumber().text(), copy.siteName()).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
