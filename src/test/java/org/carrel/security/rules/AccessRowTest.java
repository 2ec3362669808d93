package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.carrel.security.Operation;
import org.carrel.security.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRowTest {
    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource(textBlock = """
            /desk/import,      /desk/import,        true
            /desk/import,      /desk/import/,       false
            /desk/import,      /desk/imports,       false
            /desk/import,      /DESK/import,        false
            /records/{n},      /records/12,         true
            /records/{n},      /records/0,          false
            /records/{n},      /records/-1,         false
            /records/{n},      /records/12/x,       false
            /records/{n},      /records/1234567890123456789, false
            /a/{n}/b/{n}/c,    /a/1/b/2/c,          true
            /a/{word},         /a/b,                true
            /a/{word},         /a/b/c,              false
            /a/{word},         /a/,                 false
            /assets/**,        /assets/x/y.css,     true
            /assets/**,        /assets/,            false
            /x.y,              /xzy,                false
            """)
    void addressesMatchAsAWhole(String path, String address, boolean matches) {
        assertThat(AccessRow.get(path, Operation.SEARCH_CATALOG).matches(address))
                .isEqualTo(matches);
    }

    @Test
    void theFirstNumberIsTheThings() {
        var row = AccessRow.get("/desk/import/{n}/record/{n}", Operation.IMPORT_MARC)
                .of(Thing.IMPORT);
        assertThat(row.number("/desk/import/12/record/7")).hasValue(12);
        assertThat(AccessRow.get("/records/{n}", Operation.SEARCH_CATALOG).number("/records/12"))
                .isEmpty();
    }

    @Test
    void headIsAskedLikeGet() {
        assertThat(AccessRow.get("/", Operation.SEARCH_CATALOG).answers("HEAD")).isTrue();
        assertThat(AccessRow.post("/", Operation.SEARCH_CATALOG).answers("HEAD"))
                .isFalse();
    }

    @Test
    void noAddressStandsInTheTableTwice() {
        var seen = new HashSet<String>();
        for (var row : AccessTable.rows())
            assertThat(seen.add(row.method() + " " + row.path())).as(row.path()).isTrue();
    }

    @Test
    void everyNumberBelongsToSomebodyOrTheRowIsForAllSchools() {
        assertThat(AccessTable.rows())
                .filteredOn(row -> row.path().contains("{n}") && row.thing().isEmpty())
                .extracting(AccessRow::path)
                .allMatch(path -> path.equals("/records/{n}")
                        || path.startsWith("/cover/{n}/")
                        || path.equals("/desk/topic/{n}")
                        || path.startsWith("/desk/record/{n}")
                        || path.startsWith("/desk/authority")
                        || path.equals("/desk/inventory-model/{n}")
                        || path.startsWith("/desk/profile/{n}"));
    }
}
