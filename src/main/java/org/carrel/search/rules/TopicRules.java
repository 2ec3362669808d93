package org.carrel.search.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.search.SavedSearch;
import org.carrel.search.SearchRequest;
import org.carrel.search.TopicDraft;
import org.carrel.search.TopicPicture;
import org.carrel.search.TopicProblem;
import org.carrel.search.TopicProblem.Field;
import org.carrel.search.TopicProblem.Reason;
import org.carrel.search.TopicTile;

/** What a topic must be so that a child can use it. Pure. */
public final class TopicRules {
    private TopicRules() {}

    /**
     * All problems at once.
     *
     * @param others every topic there is, the one that is changed too
     * @param siteCodes of the schools there are
     */
    public static List<TopicProblem> check(
            TopicDraft draft, Collection<TopicTile> others, Collection<String> siteCodes) {
        var problems = new ArrayList<TopicProblem>();
        title(draft, draft.titleEn(), Field.TITLE_EN, others).ifPresent(problems::add);
        title(draft, draft.titleEs(), Field.TITLE_ES, others).ifPresent(problems::add);
        search(draft.search()).ifPresent(reason -> problems.add(new TopicProblem(Field.SEARCH, reason)));
        if (TopicPicture.find(draft.picture()).isEmpty()) problems.add(new TopicProblem(Field.PICTURE, Reason.UNKNOWN));
        if (!draft.siteCode().isEmpty() && siteCodes.stream().noneMatch(draft.siteCode()::equalsIgnoreCase))
            problems.add(new TopicProblem(Field.SITE, Reason.UNKNOWN));
        return problems;
    }

    private static Optional<TopicProblem> title(
            TopicDraft draft, String title, Field field, Collection<TopicTile> others) {
        if (title.isEmpty()) return Optional.of(new TopicProblem(field, Reason.EMPTY));
        if (title.codePointCount(0, title.length()) > TopicTile.MAX_TITLE)
            return Optional.of(new TopicProblem(field, Reason.TOO_LONG));
        var taken = others.stream()
                .filter(other -> other.id() != draft.id() && isOnSameScreens(other, draft.siteCode()))
                .map(other -> field == Field.TITLE_EN ? other.titleEn() : other.titleEs())
                .anyMatch(other -> key(other).equals(key(title)));
        return taken ? Optional.of(new TopicProblem(field, Reason.TAKEN)) : Optional.empty();
    }

    private static boolean isOnSameScreens(TopicTile other, String siteCode) {
        return siteCode.isEmpty()
                || other.site()
                        .map(site -> site.code().equalsIgnoreCase(siteCode))
                        .orElse(true);
    }

    /** As people compare: without case, accents and double spaces. */
    private static String key(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<Reason> search(String typed) {
        if (typed.isEmpty()) return Optional.of(Reason.EMPTY);
        var longest = AddressText.isAddress(typed) ? SavedSearch.LONGEST : SearchRequest.MAX_TEXT;
        if (typed.length() > longest) return Optional.of(Reason.TOO_LONG);
        var read = SavedSearch.read(typed);
        if (read.isEmpty() || read.get().query().length() > SavedSearch.LONGEST) return Optional.of(Reason.UNREADABLE);
        return Optional.empty();
    }
}
