package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carrel.catalog.Catalog;
import org.carrel.devices.LabelPicture;
import org.carrel.lists.ListEntry;
import org.carrel.lists.ReadingLists;
import org.carrel.lists.SharedList;
import org.carrel.search.Readers;
import org.carrel.security.ClientAddress;
import org.carrel.security.SecretWords;
import org.carrel.security.WebSettings;

/**
 * kiosk/list.xhtml: a published list for whoever has its link. Places on the web are shown by their address and as a picture for
 * telephones, never linked: a kiosk stays here.
 */
@Named
@RequestScoped
public class KioskListView {
    /** Request attribute, set by {@link Routes}: the word of the link. */
    static final String WORD = "org.carrel.kiosk.list";

    private static final int TOO_MANY = 429;

    @Inject
    HttpServletRequest request;

    @Inject
    ReadingLists lists;

    @Inject
    Catalog catalog;

    @Inject
    Cards cards;

    @Inject
    SecretWords secrets;

    @Inject
    WebSettings settings;

    @Inject
    Words words;

    private Optional<SharedList> shared = Optional.empty();
    private Map<Long, Card> titles = Map.of();
    private Duration wait = Duration.ZERO;

    @PostConstruct
    void load() {
        shared = request.getAttribute(WORD) instanceof String word ? lists.shared(word) : shared;
        if (shared.isEmpty()) {
            wait = secrets.wrong(ClientAddress.of(request, settings));
            return;
        }
        var bibs = shared.get().entries().stream()
                .flatMap(entry -> entry.bib().stream().boxed())
                .toList();
        titles = cards.ofRecords(catalog.records(bibs)).stream()
                .collect(Collectors.toMap(Card::id, Function.identity()));
    }

    /** Answers 404 for a word that opens nothing, and after many of those that one has to wait. */
    public void check() throws IOException {
        if (shared.isPresent()) return;
        var context = FacesContext.getCurrentInstance();
        if (!wait.isZero())
            context.getExternalContext()
                    .setResponseHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
        context.getExternalContext().responseSendError(wait.isZero() ? 404 : TOO_MANY, "");
        context.responseComplete();
    }

    private SharedList known() {
        return shared.orElseThrow();
    }

    public String getTitle() {
        return shared.map(found -> found.list().fullTitle()).orElse("");
    }

    public String getNote() {
        return known().list().note();
    }

    /** BCP 47, of title and notes. */
    public String getLanguage() {
        return known().list().language();
    }

    /** What it is, and for whom. */
    public String getAbout() {
        var kind = words.text("list.kind." + known().list().kind());
        var readers = readers(known().list().readers());
        return readers.isEmpty() ? kind : kind + " · " + readers;
    }

    /** Empty for everybody. */
    private String readers(Readers readers) {
        return readers == Readers.ALL ? "" : words.text("list.readers." + readers);
    }

    /**
     * Something on the list.
     *
     * @param cards of the title; empty: a place on the web
     * @param readers for whom it is, in words; empty for everybody
     * @param pictures of the address: one of a place on the web, none of a title
     */
    public record Row(
            long id,
            List<Card> cards,
            String title,
            String url,
            String note,
            String readers,
            List<LabelPicture> pictures) {}

    public List<Row> getRows() {
        return known().entries().stream().map(this::row).toList();
    }

    private Row row(ListEntry entry) {
        var card = Optional.ofNullable(titles.get(entry.bib().orElse(0)));
        return new Row(
                entry.id(),
                card.stream().toList(),
                entry.title(),
                entry.url(),
                entry.note(),
                readers(entry.readers()),
                entry.url().isEmpty() ? List.of() : List.of(LabelPicture.of(entry.url(), LabelPicture.Kind.QR)));
    }
}
