package org.carrel.circulation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.circulation.HoldPlaced.Placed;
import org.carrel.circulation.HoldPlaced.Refused;
import org.carrel.circulation.store.DeskRequestStore;

/** The same request about a hold again gets the same answer (rule Z2). What is kept of it names nobody. */
final class OnlyOnce {
    private final Connection connection;
    private final UUID request;
    private final boolean fresh;
    private final DeskRequestStore store = new DeskRequestStore();

    OnlyOnce(Connection connection, UUID request, OptionalLong account, Instant now) throws SQLException {
        this.connection = connection;
        this.request = request;
        this.fresh = store.claim(connection, request, account, now);
    }

    /** It is to be done; else it was, and the answer is known. */
    boolean isNew() {
        return fresh;
    }

    HoldPlaced answer(HoldPlaced answer) throws SQLException {
        var json = Json.createObjectBuilder();
        switch (answer) {
            case Placed placed -> json.add("hold", placed.hold()).add("position", placed.position());
            case Refused refused ->
                json.add(
                        "problems",
                        Json.createArrayBuilder(
                                refused.problems().stream().map(Enum::name).toList()));
        }
        keep(json.build());
        return answer;
    }

    HoldChanged answer(HoldChanged answer) throws SQLException {
        keep(Json.createObjectBuilder().add("changed", answer.name()).build());
        return answer;
    }

    private void keep(JsonObject json) throws SQLException {
        store.answer(connection, request, json.toString(), OptionalLong.empty(), OptionalLong.empty());
    }

    HoldPlaced placed() throws SQLException {
        var json = known();
        if (json.containsKey("hold"))
            return new Placed(json.getJsonNumber("hold").longValue(), json.getInt("position"));
        if (!json.containsKey("problems")) throw strange();
        return new Refused(json.getJsonArray("problems").getValuesAs(JsonString::getString).stream()
                .map(HoldProblem::valueOf)
                .collect(Collectors.toSet()));
    }

    HoldChanged changed() throws SQLException {
        var json = known();
        if (!json.containsKey("changed")) throw strange();
        return HoldChanged.valueOf(json.getString("changed"));
    }

    private JsonObject known() throws SQLException {
        var text = store.find(connection, request).flatMap(DeskRequestStore.Known::answer);
        try (var reader = Json.createReader(new StringReader(text.orElseThrow(this::strange)))) {
            return reader.readObject();
        }
    }

    private IllegalStateException strange() {
        return new IllegalStateException("The request was one for something else: " + request);
    }
}
