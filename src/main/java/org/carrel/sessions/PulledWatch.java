package org.carrel.sessions;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.platform.Door;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SessionEvent;
import org.carrel.scheduling.SessionWatch;
import org.carrel.sessions.store.PulledCopyStore;

/** The books of a session that is off are everybody's again. */
@Door
public class PulledWatch implements SessionWatch {
    private final ItemsAtDesk items;
    private final PulledCopyStore pulled = new PulledCopyStore();

    @Inject
    public PulledWatch(ItemsAtDesk items) {
        this.items = items;
    }

    @Override
    public void changed(Connection connection, Optional<ClassSession> before, ClassSession now, SessionEvent event)
            throws SQLException {
        if (now.state().isLive()) return;
        var bibs = pulled.openBibs(connection, now.id());
        if (bibs.isEmpty()) return;
        pulled.endAll(connection, now.id(), PulledCopy.End.FREED, event.at());
        items.changed(connection, bibs);
    }
}
