package org.carrel.platform;

import java.time.ZoneId;

/** @param timeZone decides which day it is: due dates and bell periods follow it */
public record SchoolSettings(String name, ZoneId timeZone) {}
