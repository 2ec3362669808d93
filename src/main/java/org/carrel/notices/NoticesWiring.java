package org.carrel.notices;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.carrel.notices.store.NoticeStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.privacy.KeptData;
import org.carrel.privacy.Retained;

/** That a notice went out is forgotten after its time. */
@Door
public class NoticesWiring {
    @Produces
    @Singleton
    Retained notices(Database database) {
        return forgetting(database);
    }

    static Retained forgetting(Database database) {
        var store = new NoticeStore();
        return Retained.of(
                KeptData.NOTICES, before -> database.transaction(connection -> store.forget(connection, before)));
    }
}
