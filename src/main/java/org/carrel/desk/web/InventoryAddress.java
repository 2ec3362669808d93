package org.carrel.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.devices.Custody;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceSearch;
import org.carrel.security.Caller;

/** Which devices an address of the inventory asks for, and the reverse. */
final class InventoryAddress {
    static final String LIST = "/desk/inventory";
    private static final int LONGEST = 200;

    private InventoryAddress() {}

    /** Who works at one school sees the devices of that school, whatever the address says. */
    static DeviceSearch wish(FormTexts texts, Caller caller) {
        var model = FormTexts.integer(texts.get("model"));
        return new DeviceSearch(
                text(texts, "q"),
                caller.site().orElse(text(texts, "site")),
                model > 0 ? OptionalInt.of(model) : OptionalInt.empty(),
                one(DeviceCategory.class, texts.get("category")),
                one(DeviceCondition.class, texts.get("condition")),
                one(Custody.Kind.class, texts.get("custody")),
                one(DeviceSearch.Support.class, texts.get("support")),
                !texts.get("gone").equals("yes"),
                one(DeviceSearch.Look.class, texts.get("look")));
    }

    private static String text(FormTexts texts, String name) {
        var text = texts.get(name).strip();
        if (text.equals(PeopleAddress.ALL)) return "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    static String of(String path, DeviceSearch wish) {
        var address = new StringBuilder(path).append("?gone=").append(wish.ours() ? "no" : "yes");
        add(address, "q", wish.words());
        add(address, "site", wish.site());
        wish.model().ifPresent(model -> add(address, "model", String.valueOf(model)));
        wish.category().ifPresent(category -> add(address, "category", category.name()));
        wish.condition().ifPresent(condition -> add(address, "condition", condition.name()));
        wish.custody().ifPresent(custody -> add(address, "custody", custody.name()));
        wish.support().ifPresent(support -> add(address, "support", support.name()));
        wish.look().ifPresent(look -> add(address, "look", look.name()));
        return address.toString();
    }

    static void add(StringBuilder address, String name, String text) {
        if (text.isEmpty()) return;
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
