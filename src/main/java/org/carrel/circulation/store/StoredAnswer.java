package org.carrel.circulation.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskAnswer.Act;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.Loan;
import org.carrel.circulation.LoanBlock;
import org.carrel.patrons.Patron;
import org.carrel.platform.JsonText;

/**
 * An answer of the desk as it is kept: numbers and codes, no names and no titles.
 *
 * @param due as it was told, which a later renewal does not change
 */
public record StoredAnswer(
        Act act,
        OptionalLong item,
        OptionalLong patron,
        OptionalLong loan,
        Optional<Instant> due,
        Optional<LocalDate> dueOn,
        List<Blocked> blocks,
        List<Remark> remarks,
        List<Long> people,
        List<Long> copies) {
    public static StoredAnswer of(DeskAnswer answer) {
        return new StoredAnswer(
                answer.act(),
                answer.copy().map(item -> OptionalLong.of(item.id())).orElse(OptionalLong.empty()),
                answer.patron().map(person -> OptionalLong.of(person.id())).orElse(OptionalLong.empty()),
                answer.loan().map(loan -> OptionalLong.of(loan.id())).orElse(OptionalLong.empty()),
                answer.loan().flatMap(Loan::due),
                answer.loan().flatMap(Loan::dueOn),
                answer.blocks().stream().map(StoredAnswer::nameless).toList(),
                answer.remarks().stream()
                        .filter(remark -> remark.kind() != Remark.Kind.SAID_BY) // somebody else's, who is told once
                        .map(StoredAnswer::nameless)
                        .toList(),
                answer.people().stream().map(Patron::id).toList(),
                answer.copies().stream().map(ItemForLoan::id).toList());
    }

    /** Whether somebody's name stood where nothing stands now: who repeats the answer looks it up, and it may be gone. */
    public static boolean namesWaiting(LoanBlock block) {
        return block == LoanBlock.HELD_FOR_OTHER;
    }

    /** The same for a remark. */
    public static boolean namesWaiting(Remark.Kind kind) {
        return kind == Remark.Kind.HOLD_HERE;
    }

    private static Blocked nameless(Blocked blocked) {
        return namesWaiting(blocked.block()) ? Blocked.of(blocked.block(), "") : blocked;
    }

    private static Remark nameless(Remark remark) {
        return namesWaiting(remark.kind()) ? new Remark(remark.kind(), "") : remark;
    }

    public String json() {
        var json = JsonText.object().add("act", act.name());
        item.ifPresent(id -> json.add("item", id));
        patron.ifPresent(id -> json.add("patron", id));
        loan.ifPresent(id -> json.add("loan", id));
        due.ifPresent(at -> json.add("due", at.toString()));
        dueOn.ifPresent(day -> json.add("dueOn", day.toString()));
        if (!blocks.isEmpty()) {
            var all = JsonText.array();
            for (var blocked : blocks) {
                all.add(JsonText.object()
                        .add("block", blocked.block().name())
                        .add("facts", JsonText.array(blocked.facts())));
            }
            json.add("blocks", all);
        }
        if (!remarks.isEmpty()) {
            var all = JsonText.array();
            for (var remark : remarks) {
                all.add(JsonText.object().add("kind", remark.kind().name()).add("value", remark.value()));
            }
            json.add("remarks", all);
        }
        if (!people.isEmpty()) json.add("people", JsonText.array(people));
        if (!copies.isEmpty()) json.add("copies", JsonText.array(copies));
        return json.build().toString();
    }

    public static StoredAnswer read(String text) {
        var json = JsonText.read(text);
        return new StoredAnswer(
                Act.valueOf(json.getString("act")),
                number(json, "item"),
                number(json, "patron"),
                number(json, "loan"),
                Optional.ofNullable(json.getString("due", null)).map(Instant::parse),
                Optional.ofNullable(json.getString("dueOn", null)).map(LocalDate::parse),
                blocks(json),
                remarks(json),
                numbers(json, "people"),
                numbers(json, "copies"));
    }

    private static List<Blocked> blocks(JsonObject json) {
        return array(json, "blocks").getValuesAs(JsonObject.class).stream()
                .map(one -> new Blocked(
                        LoanBlock.valueOf(one.getString("block")),
                        one.getJsonArray("facts").getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList()))
                .toList();
    }

    private static List<Remark> remarks(JsonObject json) {
        return array(json, "remarks").getValuesAs(JsonObject.class).stream()
                .map(one -> new Remark(Remark.Kind.valueOf(one.getString("kind")), one.getString("value")))
                .toList();
    }

    private static OptionalLong number(JsonObject json, String name) {
        return json.containsKey(name) ? OptionalLong.of(json.getJsonNumber(name).longValue()) : OptionalLong.empty();
    }

    private static List<Long> numbers(JsonObject json, String name) {
        return array(json, name).getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValue)
                .toList();
    }

    private static JsonArray array(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    }
}
