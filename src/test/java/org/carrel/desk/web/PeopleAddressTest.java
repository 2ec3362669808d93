package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PatronSearch.Who;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.Test;

class PeopleAddressTest {
    private static final Caller EVERYWHERE = new Caller(1, "a", "A", Role.LIBRARIAN, Optional.empty());
    private static final Caller EAST = new Caller(2, "b", "B", Role.LIBRARIAN, Optional.of("EAST"));

    @Test
    void whoWorksAtOneSchoolSeesThatSchoolWhateverTheAddressSays() {
        var texts = new FormTexts(Map.of("q", " zoë ", "site", "WEST", "grade", "*", "who", "LEFT"));
        assertThat(PeopleAddress.wish(texts, EVERYWHERE)).isEqualTo(new PatronSearch("zoë", "", "", "WEST", Who.LEFT));
        assertThat(PeopleAddress.wish(texts, EAST)).isEqualTo(new PatronSearch("zoë", "", "", "EAST", Who.LEFT));
        assertThat(PeopleAddress.wish(new FormTexts(Map.of("q", "x".repeat(500), "who", "nobody")), EVERYWHERE))
                .isEqualTo(new PatronSearch("x".repeat(200), "", "", "", Who.ACTIVE));
    }

    @Test
    void anAddressAsksForWhatItWasMadeOf() {
        assertThat(PeopleAddress.of(new PatronSearch("O’Neill & co", "07", "", "LMC", Who.ACTIVE)))
                .isEqualTo("/desk/people?who=ACTIVE&q=O%E2%80%99Neill+%26+co&grade=07&site=LMC");
    }
}
