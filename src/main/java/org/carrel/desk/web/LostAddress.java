package org.carrel.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.carrel.circulation.LostFilter;
import org.carrel.circulation.LostFilter.Sort;
import org.carrel.circulation.LostThing.Kind;
import org.carrel.security.Caller;

/** Which lost things an address asks for, and the reverse. */
final class LostAddress {
    private static final int LONGEST = 64;

    private LostAddress() {}

    static LostFilter filter(FormTexts texts, Caller caller) {
        var asked = texts.get("site").equals(PeopleAddress.ALL)
                ? ""
                : texts.get("site").strip();
        var site = caller.site().orElse(asked.length() > LONGEST ? "" : asked);
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(texts.get("kind")))
                .findFirst();
        return new LostFilter(kind, site, texts.oneOf("sort", Sort.NEWEST), Optional.empty());
    }

    static String of(String path, LostFilter filter) {
        var site = filter.site().isEmpty() ? "" : "&site=" + URLEncoder.encode(filter.site(), StandardCharsets.UTF_8);
        var kind = filter.kind().map(one -> "&kind=" + one).orElse("");
        return path + "?sort=" + filter.sort() + kind + site;
    }
}
