package org.carrel.catalog;

/** What a school adds to its shelves, for the choice of a template. OTHER is a record whose form no template has. */
public enum Material {
    BOOK,
    PICTURE_BOOK,
    GRAPHIC_NOVEL,
    AUDIOBOOK,
    DVD,
    KIT,
    PERIODICAL,
    EBOOK,
    OTHER
}
