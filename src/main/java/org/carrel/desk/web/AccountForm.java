package org.carrel.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.Site;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.security.Account;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** The fields of an account, as they were typed or are stored, with the choices that the administrator has. */
public record AccountForm(String username, String name, List<Choice> roles, List<Choice> sites) {
    static final AccountForm EMPTY = new AccountForm("", "", List.of(), List.of());

    static AccountForm of(FormTexts typed, Caller by, List<Site> sites, StaffWords words) {
        var role = typed.oneOf("role", Role.TEACHER);
        return new AccountForm(
                typed.get("username"),
                typed.get("name"),
                roles(role, words),
                sites(typed.get("site"), by, sites, words));
    }

    static AccountForm of(Account account, Caller by, List<Site> sites, StaffWords words) {
        var site = account.site().orElse(AccountsView.ALL_SITES);
        return new AccountForm(
                account.username(), account.displayName(), roles(account.role(), words), sites(site, by, sites, words));
    }

    private static List<Choice> roles(Role chosen, StaffWords words) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), words.text("role." + role), role == chosen))
                .toList();
    }

    /** Those that the administrator reaches; all together only for administrators of all. */
    private static List<Choice> sites(String chosen, Caller by, List<Site> sites, StaffWords words) {
        var all = new Choice(
                AccountsView.ALL_SITES, words.text("account.allSites"), chosen.equals(AccountsView.ALL_SITES));
        var each = sites.stream()
                .filter(site -> by.isOf(site.code()))
                .map(site -> new Choice(site.code(), site.name(), site.code().equalsIgnoreCase(chosen)));
        return by.site().isEmpty() ? Stream.concat(each, Stream.of(all)).toList() : each.toList();
    }
}
