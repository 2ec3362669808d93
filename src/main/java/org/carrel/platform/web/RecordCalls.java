package org.carrel.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads components of records as pages write them, {@code #{hit.title()}}, by methods that are looked up once for each
 * class: the standard resolver copies all methods of the class for each call, a sixteenth of the time of a page of results.
 */
public final class RecordCalls extends ELResolver {
    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var accessors = new HashMap<String, Method>();
            for (var component : type.getRecordComponents()) {
                var accessor = component.getAccessor();
                if (accessor.trySetAccessible()) accessors.put(component.getName(), accessor);
            }
            return Map.copyOf(accessors);
        }
    };

    /** Only calls of a component of a record; all else is left to the resolvers that come next. */
    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] parameters) {
        if (!(base instanceof Record) || parameters != null && parameters.length > 0) return null;
        var accessor = COMPONENTS.get(base.getClass()).get(String.valueOf(method));
        if (accessor == null) return null;
        context.setPropertyResolved(base, method);
        try {
            return accessor.invoke(base);
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        }
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
