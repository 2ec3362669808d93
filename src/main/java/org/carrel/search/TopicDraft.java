package org.carrel.search;

/**
 * A topic as somebody typed it, sensible or not.
 *
 * @param id 0 for a new one
 * @param version of the topic that the form was opened with; 0 for a new one
 * @param siteCode empty for all schools
 * @param picture {@link TopicPicture#key}
 * @param search words, or the address of a page of results
 */
public record TopicDraft(
        long id,
        int version,
        String siteCode,
        String titleEn,
        String titleEs,
        String picture,
        String search,
        TopicTile.Readers readers,
        boolean asShelf) {
    public TopicDraft {
        titleEn = titleEn.strip();
        titleEs = titleEs.strip();
        search = search.strip();
    }

    public static TopicDraft empty() {
        return new TopicDraft(0, 0, "", "", "", TopicPicture.BOOKS.key(), "", TopicTile.Readers.ALL, false);
    }

    public static TopicDraft of(TopicTile tile) {
        return new TopicDraft(
                tile.id(),
                tile.version(),
                tile.site().map(TopicTile.Site::code).orElse(""),
                tile.titleEn(),
                tile.titleEs(),
                tile.picture().key(),
                tile.search().typed(),
                tile.readers(),
                tile.asShelf());
    }
}
