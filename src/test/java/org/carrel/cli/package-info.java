/** Tests of the command line and of the processes that it starts. */
@NullMarked
package org.carrel.cli;

import org.jspecify.annotations.NullMarked;
