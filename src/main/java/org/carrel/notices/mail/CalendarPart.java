package org.carrel.notices.mail;

/**
 * What calendars take from a letter (RFC 6047).
 *
 * @param type its Content-Type, with the method that the text names, too
 */
public record CalendarPart(String text, String type) {}
