package org.carrel.kiosk.web;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.BibRecord.Audience;
import org.jspecify.annotations.Nullable;

/** For whom a thing is, and how hard it is to read, in words. */
final class ReadingLevels {
    private final Words words;

    ReadingLevels(Words words) {
        this.words = words;
    }

    List<String> of(Audience audience) {
        var levels = new ArrayList<String>();
        range("grades", grade(audience.gradeFrom()), grade(audience.gradeTo()), levels);
        range("ages", number(audience.ageFrom()), number(audience.ageTo()), levels);
        if (!audience.lexileText().isEmpty()) levels.add(words.text("levels.lexile", audience.lexileText()));
        if (audience.arLevel() != null) levels.add(words.text("levels.ar", words.number(audience.arLevel())));
        if (audience.arPoints() != null) levels.add(words.text("levels.arPoints", words.number(audience.arPoints())));
        return levels;
    }

    private void range(String what, String from, String to, List<String> levels) {
        if (from.isEmpty() && to.isEmpty()) return;
        if (to.isEmpty()) levels.add(words.text("levels." + what + ".from", from));
        else if (from.isEmpty()) levels.add(words.text("levels." + what + ".to", to));
        else if (from.equals(to)) levels.add(words.text("levels." + what + ".one", from));
        else levels.add(words.text("levels." + what, from, to));
    }

    private String grade(@Nullable Integer grade) {
        if (grade != null && grade <= 0) return words.text("levels.kindergarten");
        return number(grade);
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : Integer.toString(number);
    }
}
