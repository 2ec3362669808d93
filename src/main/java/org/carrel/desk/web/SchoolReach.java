package org.carrel.desk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** Which sites somebody sees on the pages about the school, and may change. */
@RequestScoped
public class SchoolReach {
    @Inject
    Sites sites;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    /** A site to go to. */
    public record Link(String id, String name, String path, boolean here) {}

    List<SchoolSite> all() {
        var by = caller.required();
        return sites.list().stream().filter(site -> by.isOf(site.code())).toList();
    }

    /** The site with this code, the first one for no code; empty when it is not within reach. */
    Optional<SchoolSite> chosen(String code) {
        return all().stream()
                .filter(site -> code.isEmpty() || site.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Nothing where there is only one. */
    List<Link> links(String page, String here) {
        var all = all();
        if (all.size() < 2) return List.of();
        return all.stream()
                .map(site -> new Link(
                        "site-" + site.id(),
                        site.name(),
                        page + "?site=" + URLEncoder.encode(site.code(), StandardCharsets.UTF_8),
                        site.code().equalsIgnoreCase(here)))
                .toList();
    }

    boolean mayChange() {
        return caller.may(Operation.ADMINISTER);
    }

    /** Sites are added by who has all of them. */
    boolean mayAdd() {
        return mayChange() && caller.required().site().isEmpty();
    }

    String text(SchoolProblem problem) {
        return words.text("schoolProblem." + problem.kind(), problem.detail());
    }

    /** What is wrong with a field; empty when nothing is. */
    String problem(List<SchoolProblem> problems, Field field) {
        return problems.stream()
                .filter(problem -> problem.field() == field)
                .map(this::text)
                .findFirst()
                .orElse("");
    }
}
