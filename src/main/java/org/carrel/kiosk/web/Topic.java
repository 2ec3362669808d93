package org.carrel.kiosk.web;

/**
 * A tile to browse by: a picture and a word.
 *
 * @param path of the results, after the context path
 * @param icon name of the picture in {@code icons.svg}
 * @param title in the language of the screen
 */
public record Topic(String path, String icon, String title) {}
