package org.carrel.search.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the JSON interface of all features lives. */
@ApplicationPath("api/v1")
public class ApiApplication extends Application {}
