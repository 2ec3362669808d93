package org.carrel.desk.web;

import java.util.OptionalLong;
import java.util.Set;
import org.carrel.catalog.AuthorityKind;

/** How headings and the lists that they are from are called on staff pages, and how addresses name them. */
final class HeadingWords {
    private static final Set<String> LISTS = Set.of("naf", "lcsh", "lcac", "sears", "bidex", "lcgft", "fast", "");

    private HeadingWords() {}

    static String kind(AuthorityKind kind, StaffWords words) {
        return words.text("authorityKind." + kind.name());
    }

    /** Of the lists that schools meet their names; of others the code. */
    static String list(String thesaurus, StaffWords words) {
        return LISTS.contains(thesaurus)
                ? words.text("authorityList." + (thesaurus.isEmpty() ? "none" : thesaurus))
                : thesaurus;
    }

    static String address(long key, String thesaurus) {
        return "/desk/authority-heading?key=" + Long.toHexString(key) + "&list=" + FormTexts.encoded(thesaurus);
    }

    /** Empty for what is no key. */
    static OptionalLong key(String text) {
        return text.matches("[0-9a-f]{1,16}")
                ? OptionalLong.of(Long.parseUnsignedLong(text, 16))
                : OptionalLong.empty();
    }
}
