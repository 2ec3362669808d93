package org.carrel.browser;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.PatronStatus;
import org.carrel.patrons.Patrons;
import org.carrel.platform.Database;

/** People of the running product, made from beside it. */
final class ProductPeople {
    private ProductPeople() {}

    /** A student of the sample school's site; the person's number. */
    static long student(String given, String family) {
        return add(facts(given, family));
    }

    static PatronFacts facts(String given, String family) {
        return new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                given,
                PatronField.FAMILY_NAME,
                family,
                PatronField.CATEGORY,
                PatronCategory.STUDENT.name(),
                PatronField.GRADE,
                "07",
                PatronField.HOMEROOM,
                "7B Ms Ruiz",
                PatronField.SITE,
                "LMC",
                PatronField.STATUS,
                PatronStatus.ACTIVE.name()));
    }

    static long add(PatronFacts facts) {
        return with(database -> {
            var patrons = new Patrons(database, Clock.systemDefaultZone());
            return ((PatronSaved.Saved) patrons.add(facts, "", Optional.empty(), "test")).id();
        });
    }

    static <T> T with(Function<Database, T> act) {
        return act.apply(Product.database());
    }
}
