package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Log records to a {@link RollingFile}. */
final class RollingHandler extends Handler {
    private final RollingFile file;

    RollingHandler(Path file) throws IOException {
        this.file = new RollingFile(file);
        setFormatter(new SimpleFormatter());
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) return;
        try {
            file.write(getFormatter().format(entry).stripTrailing());
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    @Override
    public void flush() {
        // Every line is flushed as it is written.
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
    }
}
