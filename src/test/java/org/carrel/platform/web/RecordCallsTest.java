package org.carrel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records in the expressions of pages. */
class RecordCallsTest {
    private final RecordCalls calls = new RecordCalls();
    private final Context context = new Context();

    record Hit(String title, int copies) {
        public String shout() {
            return title.toUpperCase(Locale.ROOT);
        }
    }

    record Failing(String title) {
        @Override
        public String title() {
            throw new IllegalStateException("not now");
        }
    }

    @Test
    void aComponentIsRead() {
        assertThat(call(new Hit("Frog", 3), "title")).isEqualTo("Frog");
        assertThat(context.isPropertyResolved()).isTrue();
        assertThat(call(new Hit("Frog", 3), "copies")).isEqualTo(3);
    }

    @Test
    void otherMethodsAreLeftToOthers() {
        assertThat(call(new Hit("Frog", 3), "shout")).isNull();
        assertThat(call(new Hit("Frog", 3), "title", "x")).isNull();
        assertThat(call("a text", "length")).isNull();
        assertThat(call(null, "title")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void whatAComponentThrowsIsThrown() {
        assertThatThrownBy(() -> call(new Failing("x"), "title"))
                .isInstanceOf(ELException.class)
                .hasRootCauseMessage("not now");
    }

    private @Nullable Object call(@Nullable Object base, String method, Object... parameters) {
        context.setPropertyResolved(false);
        return calls.invoke(context, base, method, null, parameters);
    }

    private static final class Context extends ELContext {
        @Override
        public @Nullable ELResolver getELResolver() {
            return null;
        }

        @Override
        public @Nullable FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public @Nullable VariableMapper getVariableMapper() {
            return null;
        }
    }
}
