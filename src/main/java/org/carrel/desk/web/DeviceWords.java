package org.carrel.desk.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.carrel.circulation.TypedMoney;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.devices.Custody;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceModel;
import org.carrel.devices.DeviceProblem;

/** Devices and what is known of them, in the words of the staff pages. */
final class DeviceWords {
    private final StaffWords words;

    DeviceWords(StaffWords words) {
        this.words = words;
    }

    String condition(DeviceCondition condition) {
        return words.text("deviceCondition." + condition);
    }

    String custody(Custody custody) {
        return switch (custody) {
            case Custody.InStock home -> place(home);
            case Custody.OnLoan loan -> loan(loan);
            case Custody.Assigned assigned -> words.text("custody.ASSIGNED");
            case Custody.WithContainer cart -> away(cart);
            case Custody.InContainer slot -> words.text("custody.IN_CONTAINER.at", slot.slot());
            case Custody.AtRepair repair -> words.text("custody.AT_REPAIR");
            case Custody.InTransit way -> words.text("custody.IN_TRANSIT.to", way.to());
            case Custody.Gone gone -> words.text("custody.GONE");
        };
    }

    private String place(Custody.InStock home) {
        return home.room().isEmpty() ? words.text("custody.IN_STOCK") : words.text("custody.IN_STOCK.at", home.room());
    }

    private String away(Custody.WithContainer cart) {
        if (cart.owed()) return words.text("custody.WITH_CONTAINER.owed", cart.slot());
        return cart.due()
                .map(due -> words.text("custody.WITH_CONTAINER.due", cart.slot(), words.day(due)))
                .orElseGet(() -> words.text("custody.WITH_CONTAINER.at", cart.slot()));
    }

    private String loan(Custody.OnLoan loan) {
        if (loan.lost()) return words.text("custody.ON_LOAN.lost");
        return loan.due()
                .map(due -> words.text("custody.ON_LOAN.due", words.day(due)))
                .orElseGet(() -> words.text("custody.ON_LOAN"));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.language().locale())
                .format(day);
    }

    String day(Optional<LocalDate> day) {
        return day.map(this::day).orElse("");
    }

    String time(Optional<Instant> time) {
        return time.map(words::time).orElse("");
    }

    String money(OptionalInt cents) {
        if (cents.isEmpty()) return "";
        return NumberFormat.getCurrencyInstance(Locale.US).format(BigDecimal.valueOf(cents.getAsInt(), 2));
    }

    String money(long cents) {
        return NumberFormat.getCurrencyInstance(Locale.US).format(BigDecimal.valueOf(cents, 2));
    }

    /** As a form has it. */
    static String typed(OptionalInt cents) {
        return cents.isPresent() ? BigDecimal.valueOf(cents.getAsInt(), 2).toPlainString() : "";
    }

    /** Cents; empty for what is no sum. An empty text is a problem too: look before. */
    static OptionalInt cents(String typed) {
        return TypedMoney.parse(typed) instanceof TypedMoney.Sum sum
                ? OptionalInt.of(sum.money().value().movePointRight(2).intValueExact())
                : OptionalInt.empty();
    }

    /** Whether somebody typed a sum, or nothing. */
    static boolean isMoney(String typed) {
        return typed.isBlank() || cents(typed).isPresent();
    }

    /** Whether support has ended by that day; empty when it has not or nobody knows. */
    String support(Device device, LocalDate today) {
        return device.supportEnds()
                .filter(last -> last.isBefore(today))
                .map(last -> words.text("inventory.supportEnded"))
                .orElse("");
    }

    String problem(DeviceProblem problem) {
        return words.text("deviceProblem." + problem.kind(), problem.field().longest(), problem.other());
    }

    /** A choice of everything, then the constants. */
    <E extends Enum<E>> List<Choice> all(Class<E> type, Optional<E> chosen, String key) {
        var each = Arrays.stream(type.getEnumConstants())
                .map(one -> new Choice(
                        one.name(),
                        words.text(key + "." + one),
                        chosen.filter(one::equals).isPresent()));
        return Stream.concat(Stream.of(all()), each).toList();
    }

    Choice all() {
        return new Choice(PeopleAddress.ALL, words.text("people.all"), false);
    }

    static List<Choice> models(List<DeviceModel> models, int chosen, Function<DeviceModel, String> name) {
        return models.stream()
                .map(model -> new Choice(String.valueOf(model.id()), name.apply(model), model.id() == chosen))
                .toList();
    }
}
