/** The command line: serve, import, export, reindex, verify; and the database and the server that {@code serve} starts. */
@NullMarked
package org.carrel.cli;

import org.jspecify.annotations.NullMarked;
