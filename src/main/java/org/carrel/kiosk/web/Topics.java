package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.carrel.search.SavedSearches;
import org.carrel.search.TopicTile;
import org.carrel.search.TopicTiles;
import org.carrel.security.Device;
import org.carrel.security.Device.Skin;

/** The topics of this screen: one flat level, a picture and a word each (small children get lost in trees). */
@RequestScoped
public class Topics {
    private static final int ON_A_SHELF = 6;

    @Inject
    TopicTiles tiles;

    @Inject
    SavedSearches searches;

    @Inject
    KioskDevice device;

    @Inject
    Cards cards;

    @Inject
    Words words;

    public List<Topic> tiles() {
        return shown().stream()
                .filter(tile -> !tile.asShelf())
                .map(tile -> new Topic(
                        SearchAddress.of(tile.search()).path(), tile.picture().key(), title(tile)))
                .toList();
    }

    /** Those that show their first covers; a shelf on which nothing stands is left out. */
    public List<Shelf> shelves() {
        return shown().stream()
                .filter(TopicTile::asShelf)
                .map(this::shelf)
                .filter(shelf -> !shelf.cards().isEmpty())
                .toList();
    }

    private Shelf shelf(TopicTile tile) {
        var found = searches.of(tile.search(), device.readers(), ON_A_SHELF);
        var address = SearchAddress.of(tile.search());
        return new Shelf(
                "shelf-" + tile.id(),
                title(tile),
                cards.of(found.hits(), address),
                address.path(),
                words.text("shelf.all", found.total()));
    }

    private String title(TopicTile tile) {
        return tile.title(words.language().tag());
    }

    private List<TopicTile> shown() {
        return tiles.on(device.get().map(Device::siteCode).orElse(""), device.hasSkin(Skin.PICTURE));
    }
}
