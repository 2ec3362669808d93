package org.carrel.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronSearch.Who;
import org.carrel.security.Caller;

/** Whom an address of the list of people asks for, and the reverse. */
final class PeopleAddress {
    /** A choice of everything: pages leave an empty value out, and browsers then send the words. */
    static final String ALL = "*";

    private static final int LONGEST = 200;

    private PeopleAddress() {}

    /** Who works at one school sees the people of that school, whatever the address says. */
    static PatronSearch wish(FormTexts texts, Caller caller) {
        var site = caller.site().orElse(text(texts, "site"));
        return new PatronSearch(
                text(texts, "q"), text(texts, "grade"), text(texts, "homeroom"), site, texts.oneOf("who", Who.ACTIVE));
    }

    private static String text(FormTexts texts, String name) {
        var text = texts.get(name).strip();
        if (text.equals(ALL)) return "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static String of(PatronSearch wish) {
        return of("/desk/people", wish);
    }

    static String of(String path, PatronSearch wish) {
        var address = new StringBuilder(path).append("?who=").append(wish.who());
        add(address, "q", wish.words());
        add(address, "grade", wish.grade());
        add(address, "homeroom", wish.homeroom());
        add(address, "site", wish.site());
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String text) {
        if (text.isEmpty()) return;
        address.append('&').append(name).append('=').append(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
