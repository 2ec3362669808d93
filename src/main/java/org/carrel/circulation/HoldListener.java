package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Hears what those who wait have to be told. The feature that writes to people makes one a bean. */
public interface HoldListener {
    /** In the transaction in which it happened; nothing may be sent before that ends. */
    void heard(Connection connection, List<HoldNews> news) throws SQLException;
}
