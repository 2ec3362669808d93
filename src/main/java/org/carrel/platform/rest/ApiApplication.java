package org.carrel.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Where the JSON interface of all features lives. */
@ApplicationPath("api/v1")
public class ApiApplication extends Application {
    /** Jersey would describe every resource, class names and all, to whoever sends OPTIONS. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
