package org.carrel.security.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RequestMarkTest {
    @Property
    void aKeyHasOneNumberForEachProgram(@ForAll String key, @ForAll String other) {
        assertThat(RequestMark.number("one", key)).isEqualTo(RequestMark.number("one", key));
        assertThat(RequestMark.number("one", key)).isNotEqualTo(RequestMark.number("two", key));
        assertThat(RequestMark.number("one", key).equals(RequestMark.number("one", other)))
                .isEqualTo(key.equals(other));
        assertThat(RequestMark.number("one", key).version()).isEqualTo(4);
        assertThat(RequestMark.number("one", key).variant()).isEqualTo(2);
    }

    @Test
    void whatIsSentElsewhereOrByAnotherIsSomethingElse() {
        var body = "{}".getBytes(UTF_8);
        var one = RequestMark.content("one", "POST /loans", body);
        assertThat(one).hasSize(32).isEqualTo(RequestMark.content("one", "POST /loans", body));
        assertThat(one).isNotEqualTo(RequestMark.content("two", "POST /loans", body));
        assertThat(one).isNotEqualTo(RequestMark.content("one", "POST /returns", body));
        assertThat(one).isNotEqualTo(RequestMark.content("one", "POST /loans", "{ }".getBytes(UTF_8)));
    }
}
