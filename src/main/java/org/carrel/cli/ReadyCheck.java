package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.carrel.platform.HttpSettings;

/** Asks the web application whether database, schema, index and beans are all there. Safe for one thread. */
final class ReadyCheck {
    private static final int PATIENCE_MILLIS = 5000;

    private final URL url;
    private String lastAnswer = "no answer";

    ReadyCheck(HttpSettings http) {
        var host = http.address().equals("0.0.0.0") || http.address().equals("::") ? "127.0.0.1" : http.address();
        try {
            var literal = host.contains(":") ? "[" + host + "]" : host;
            this.url = URI.create("http://" + literal + ":" + http.port() + "/health/ready")
                    .toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean passes() {
        try {
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            var status = connection.getResponseCode();
            connection.disconnect();
            lastAnswer = "/health/ready answers " + status;
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            lastAnswer = "no answer";
            return false;
        }
    }

    String lastAnswer() {
        return lastAnswer;
    }
}
