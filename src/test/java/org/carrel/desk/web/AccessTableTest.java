package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.Numbered.Route;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;
import org.junit.jupiter.api.Test;

/** Every page, servlet and resource that there is stands in the table of who may ask for it, and nothing else does. */
class AccessTableTest {
    private static final java.nio.file.Path WEBAPP = java.nio.file.Path.of("src/main/webapp");
    /** Pages that other servlets than those of the desk lead to, and the page that only failures lead to. */
    private static final Set<String> OF_THE_KIOSK = Set.of(
            "/kiosk/home.xhtml",
            "/kiosk/search.xhtml",
            "/kiosk/offline.xhtml",
            "/kiosk/privacy.xhtml",
            "/kiosk/series.xhtml",
            "/kiosk/session.xhtml",
            "/kiosk/list.xhtml",
            "/kiosk/sign.xhtml",
            "/kiosk/where.xhtml",
            "/kiosk/record.xhtml",
            "/kiosk/closed.xhtml",
            "/kiosk/start.xhtml",
            "/kiosk/my.xhtml",
            "/kiosk/error.xhtml");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.carrel");

    @Test
    void everyRouteHasItsRow() {
        for (var route : DeskRoutes.routes()) {
            var address = example(route.path().pattern());
            assertThat(AccessTable.find(route.method(), address))
                    .as("no row for " + route.method() + " " + address)
                    .hasValueSatisfying(row -> assertThat(row.method()).isEqualTo(route.method()));
        }
    }

    @Test
    void everyPageHasItsRowOrARouteThatLeadsToIt() throws IOException {
        var targets = targets();
        for (var page : pages()) {
            var address = page.substring(0, page.length() - ".xhtml".length());
            var reached = targets.contains(page) || OF_THE_KIOSK.contains(page) || has("GET", address);
            assertThat(reached).as("no row and no route for " + page).isTrue();
        }
    }

    @Test
    void everyServletHasItsRowOrARouteThatLeadsToIt() {
        var targets = targets();
        for (var address : servlets()) {
            var reached = targets.contains(address) || has("GET", address) || has("POST", address) || isAbove(address);
            assertThat(reached || address.equals("/error"))
                    .as("no row and no route for " + address)
                    .isTrue();
        }
    }

    /** Of {@code /desk/ticket/*}: it stands above addresses that have a row. */
    private static boolean isAbove(String address) {
        return address.endsWith("/*")
                && AccessTable.rows().stream()
                        .anyMatch(row -> row.path().startsWith(address.substring(0, address.length() - 1)));
    }

    @Test
    void everyResourceHasItsRow() {
        for (var resource : resources()) {
            assertThat(has(resource.method(), resource.path().replaceAll("\\{[^}]*}", "x")))
                    .as("no row for " + resource)
                    .isTrue();
        }
    }

    /** A row that nothing answers would hide that a page has moved. */
    @Test
    void everyRowHasSomethingBehindIt() throws IOException {
        var pages = pages();
        var behind = new HashSet<String>();
        DeskRoutes.routes()
                .forEach(route ->
                        behind.add(route.method() + " " + example(route.path().pattern())));
        pages.forEach(page -> behind.add("GET " + page.substring(0, page.length() - ".xhtml".length())));
        servlets().forEach(address -> behind.addAll(List.of("GET " + address, "POST " + address)));
        resources().forEach(one -> behind.add(one.method() + " " + one.path().replaceAll("\\{[^}]*}", "x")));
        behind.addAll(List.of(
                "GET /",
                "GET /search",
                "GET /records/1",
                "GET /series",
                "GET /s/word",
                "GET /list/word",
                "GET /cover/1/small",
                "GET /sign",
                "GET /where",
                "GET /offline",
                "GET /privacy"));
        behind.add("GET /desk/");
        var files = List.of("/assets/**", "/jakarta.faces.resource/**", "/kiosk-worker.js");
        assertThat(AccessTable.rows())
                .filteredOn(row -> !files.contains(row.path()))
                .allSatisfy(row -> assertThat(behind.stream().anyMatch(known -> is(row, known)))
                        .as("nothing answers " + row.method() + " " + row.path())
                        .isTrue());
    }

    /** What forwards lead to has no address of its own. */
    @Test
    void whatIsBehindARouteIsNotInTheTable() {
        for (var target : targets()) {
            assertThat(AccessTable.rows()).noneMatch(row -> row.matches(target) && !row.isOpen());
        }
    }

    private static boolean is(AccessRow row, String known) {
        var parts = known.split(" ", 2);
        return row.method().equals(parts[0]) && row.matches(parts[1]);
    }

    private static boolean has(String method, String address) {
        return AccessTable.find(method, address)
                .filter(row -> row.answers(method))
                .isPresent();
    }

    private static Set<String> targets() {
        return DeskRoutes.routes().stream().map(Route::target).collect(Collectors.toSet());
    }

    /** An address that the pattern takes. */
    private static String example(String pattern) {
        return pattern.replaceAll("\\(\\[1-9][^)]*\\)", "1");
    }

    private static List<String> pages() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(file -> "/" + WEBAPP.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith("/WEB-INF/"))
                    .toList();
        }
    }

    private static List<String> servlets() {
        var all = new ArrayList<String>();
        for (var type : CLASSES) {
            if (type.isAnnotatedWith(WebServlet.class)) {
                var mapping = type.getAnnotationOfType(WebServlet.class);
                all.addAll(Arrays.asList(mapping.value()));
                all.addAll(Arrays.asList(mapping.urlPatterns()));
            }
        }
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }

    /** A method of the JSON interface. */
    private record Resource(String method, String path) {}

    private static List<Resource> resources() {
        var root = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationPath.class))
                .map(type ->
                        "/" + type.getAnnotationOfType(ApplicationPath.class).value())
                .findFirst()
                .orElseThrow();
        var all = new ArrayList<Resource>();
        for (var type : CLASSES) {
            if (!type.isAnnotatedWith(Path.class)) continue;
            var here = root + "/" + type.getAnnotationOfType(Path.class).value();
            for (var method : type.reflect().getDeclaredMethods())
                verbs(method)
                        .forEach(verb -> all.add(new Resource(
                                verb,
                                method.isAnnotationPresent(Path.class)
                                        ? here + "/"
                                                + method.getAnnotation(Path.class)
                                                        .value()
                                        : here)));
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Stream<String> verbs(Method method) {
        var known = List.<Class<? extends Annotation>>of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
        return known.stream().filter(method::isAnnotationPresent).map(Class::getSimpleName);
    }
}
