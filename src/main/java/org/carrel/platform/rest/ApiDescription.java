package org.carrel.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The description of the interface that runs here. */
@ApplicationScoped
public class ApiDescription {
    @Inject
    BeanManager beans;

    /** OpenAPI 3.1 as JSON. @param server where the interface is, without its own path */
    public String json(String server) {
        var resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
        return ApiDocument.of(resources, server).toString();
    }
}
