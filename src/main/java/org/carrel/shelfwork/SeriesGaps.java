package org.carrel.shelfwork;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.shelfwork.rules.SeriesRules;
import org.carrel.shelfwork.rules.SeriesRules.Volume;
import org.carrel.shelfwork.store.TitleStore;

/** Volumes that a site lacks of its series. */
@Door
public class SeriesGaps {
    private final Database database;
    private final Publications publications;
    private final TitleStore titles = new TitleStore();

    @Inject
    public SeriesGaps(Database database, Publications publications) {
        this.database = database;
        this.publications = publications;
    }

    /** Those whose volumes are used most for each copy first. A number of which every copy is lost is missing too. */
    public List<SeriesGap> of(SchoolSite site) {
        var known = publications.all();
        var volumes = new ArrayList<Volume>();
        for (var holding : database.read(connection -> titles.holdings(connection, site.id()))) {
            var title = known.getOrDefault(holding.bib(), Publications.Publication.UNKNOWN);
            for (var series : title.series()) {
                var number = series.number();
                if (number == null || series.title().isEmpty()) continue;
                volumes.add(new Volume(
                        holding.bib(), series.title(), title.author(), number, holding.copies(), holding.uses()));
            }
        }
        return SeriesRules.gaps(volumes);
    }
}
