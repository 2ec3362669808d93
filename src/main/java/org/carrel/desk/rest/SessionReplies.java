package org.carrel.desk.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.desk.web.StaffWords;
import org.carrel.platform.JsonText;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.rest.ProblemException;
import org.carrel.scheduling.Alternative;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.FreePeriod;
import org.carrel.scheduling.PartReason;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.ReasonWords;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.school.SchoolCalendar;

/** What is answered to a program about sessions. */
@RequestScoped
public class SessionReplies {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    @Inject
    SchoolCalendar calendars;

    @Inject
    BookingResources resources;

    @Inject
    StaffWords words;

    SessionJson session(ClassSession session) {
        var about = session.about();
        var zone = zone(session.site());
        return new SessionJson(
                session.id(),
                session.uid().toString(),
                session.version(),
                session.state(),
                session.why(),
                session.teacher().name(),
                session.day(),
                session.first(),
                session.last(),
                text(session.span().starts(), zone),
                text(session.span().ends(), zone),
                about.className(),
                about.grade(),
                about.heads(),
                about.subject(),
                about.purpose(),
                about.topic(),
                about.books(),
                session.parts().stream().map(this::part).toList());
    }

    private SessionPartJson part(ClassSession.Part part) {
        return new SessionPartJson(part.resource(), part.kind(), part.name(locale()), part.quantity(), part.alone());
    }

    FreePeriodJson period(FreePeriod period) {
        var thing = period.resource();
        var zone = zone(thing.site());
        return new FreePeriodJson(
                thing.id(),
                thing.kind(),
                thing.name(locale()),
                period.day(),
                period.period().number(),
                period.period().name(),
                text(period.span().starts(), zone),
                text(period.span().ends(), zone),
                period.isFree(),
                period.reasons().stream()
                        .map(reason ->
                                new SessionReasonJson(reason.kind(), thing.id(), text(reason, thing.name(locale()))))
                        .toList());
    }

    List<SessionReasonJson> reasons(List<PartReason> reasons) {
        return reasons.stream().map(this::reason).toList();
    }

    private SessionReasonJson reason(PartReason reason) {
        var of = reason.resource();
        return new SessionReasonJson(
                reason.reason().kind(),
                of.isPresent() ? Long.valueOf(of.getAsLong()) : null,
                text(reason.reason(), of.isPresent() ? name(of.getAsLong()) : ""));
    }

    private String text(BookingReason reason, String thing) {
        return new ReasonWords(locale()).of(reason, thing);
    }

    private String name(long resource) {
        return resources
                .find(resource)
                .map((BookingResource known) -> known.name(locale()))
                .orElse("");
    }

    /** All that speaks against it, and what can be had instead until when. */
    ProblemException refused(Refused refused) {
        var reasons = reasons(refused.reasons());
        var said = reasons.stream().map(SessionReasonJson::text).collect(Collectors.joining(" "));
        var todo = words.text(refused.instead().isEmpty() ? "api.session.noOffers" : "api.session.offers");
        return new ProblemException(
                Problem.ours("session-refused", 409, words.text("api.session.refused"), said + " " + todo)
                        .with("reasons", json(reasons))
                        .with("alternatives", alternatives(refused.instead())));
    }

    private static JsonArray json(List<SessionReasonJson> reasons) {
        var all = JsonText.array();
        reasons.forEach(reason -> {
            var one = JsonText.object().add("code", reason.code().name());
            if (reason.resource() != null) one.add("resource", reason.resource());
            all.add(one.add("text", reason.text()));
        });
        return all.build();
    }

    private JsonArray alternatives(List<Alternative> instead) {
        var all = JsonText.array();
        instead.forEach(one -> all.add(alternative(one)));
        return all.build();
    }

    private JsonObject alternative(Alternative instead) {
        var wish = instead.wish();
        var zone = zone(wish.site());
        var parts = JsonText.array();
        wish.parts().forEach(part -> parts.add(part(part)));
        return JsonText.object()
                .add("offer", instead.offer().toString())
                .add("kind", instead.kind().name())
                .add("day", wish.day().toString())
                .add("first", wish.first())
                .add("last", wish.last())
                .add("starts", text(instead.span().starts(), zone))
                .add("ends", text(instead.span().ends(), zone))
                .add("parts", parts)
                .add("until", text(instead.until(), zone))
                .build();
    }

    private JsonObject part(PartWish part) {
        return JsonText.object()
                .add("resource", part.resource())
                .add("name", name(part.resource()))
                .add("quantity", part.quantity())
                .add("alone", part.alone())
                .build();
    }

    /** Nothing was looked at. */
    ProblemException stopped(Why why) {
        if (why == Why.NO_SUCH_SESSION)
            return new ProblemException(Problem.of(404, words.text("api.session.why." + why)));
        var kind = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var status = why == Why.NO_REASON ? 422 : 409;
        return new ProblemException(
                Problem.ours(kind, status, words.text("api.session.refused"), words.text("api.session.why." + why)));
    }

    private ZoneId zone(String site) {
        return calendars.of(site).zone();
    }

    private static String text(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private Locale locale() {
        return words.language().locale();
    }
}
