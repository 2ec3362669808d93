package org.carrel.desk.rest;

import jakarta.json.JsonObject;
import org.carrel.platform.JsonText;
import org.carrel.platform.rest.About;

/** Why something is not done. */
public record BlockJson(
        String code,
        String text,

        @About("NEVER, CONFIRMED, or WITH_REASON: what it takes to do it all the same")
        String lifting) {
    JsonObject json() {
        return JsonText.object()
                .add("code", code)
                .add("text", text)
                .add("lifting", lifting)
                .build();
    }
}
