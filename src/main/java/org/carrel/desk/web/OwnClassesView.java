package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.ClassBooks;
import org.carrel.circulation.ClassBooks.Row;
import org.carrel.patrons.OwnClass;
import org.carrel.security.CurrentCaller;

/**
 * desk/own-classes.xhtml: who of a teacher's own class has something to bring back. Numbers; titles of one student at a time where the
 * school's policy tells them to teachers.
 */
@Named
@RequestScoped
public class OwnClassesView {
    @Inject
    HttpServletRequest request;

    @Inject
    ClassBooks books;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    DueWords dues;

    private List<OwnClass> classes = List.of();
    private Optional<OwnClass> chosen = Optional.empty();
    private List<Row> rows = List.of();
    private long student;
    private Optional<List<ClassBooks.Title>> titles = Optional.empty();
    private boolean missing;

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        var number = FormTexts.number(texts.get("class"));
        var by = caller.required();
        classes = books.classes(by);
        chosen = classes.stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .or(() -> texts.get("class").isEmpty() && classes.size() == 1
                        ? Optional.of(classes.getFirst())
                        : Optional.empty());
        missing = !texts.get("class").isEmpty() && chosen.isEmpty();
        if (chosen.isEmpty()) return;
        student = FormTexts.number(texts.get("student"));
        if (student > 0) showTitles();
        else
            rows = books.look(
                    by,
                    chosen.get().number(),
                    words.text("classes.looked", chosen.get().title()));
    }

    private void showTitles() {
        var taught = chosen.orElseThrow();
        var why = words.text("classes.lookedAtTitles", taught.title());
        titles = books.titles(caller.required(), taught.number(), student, why);
        missing = titles.isEmpty();
    }

    public void check() throws IOException {
        if (missing) Pages.notFound();
    }

    /** A class to choose. */
    public record Choice(long number, String title, boolean here) {
        public String current() {
            return here ? "true" : "false";
        }
    }

    public List<Choice> getClasses() {
        return classes.stream()
                .map(known -> new Choice(
                        known.number(),
                        known.title(),
                        chosen.filter(known::equals).isPresent()))
                .toList();
    }

    /** There is something to choose from. */
    public boolean isSeveral() {
        return classes.size() > 1;
    }

    public boolean isChosen() {
        return chosen.isPresent();
    }

    public long getNumber() {
        return chosen.orElseThrow().number();
    }

    public String getClassName() {
        return chosen.orElseThrow().title();
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isTitlesTold() {
        return rows.stream().anyMatch(Row::titlesTold);
    }

    public boolean isTitlesShown() {
        return titles.isPresent();
    }

    /** One thing of one student. */
    public record TitleRow(String title, String due, boolean late) {}

    public List<TitleRow> getTitles() {
        return titles.orElseThrow().stream()
                .map(one -> new TitleRow(one.title(), due(one), one.overdue()))
                .toList();
    }

    private String due(ClassBooks.Title one) {
        var due = dues.due(one.loan());
        return due.isEmpty() ? words.text("desk.noDue") : due;
    }
}
