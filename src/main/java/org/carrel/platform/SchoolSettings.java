package org.carrel.platform;

import java.time.ZoneId;

/**
 * @param timeZone decides which day it is: due dates and bell periods follow it
 * @param newDays for so many days a title is shown as new
 */
public record SchoolSettings(String name, ZoneId timeZone, int newDays) {}
