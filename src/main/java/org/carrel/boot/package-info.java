/** From {@code java -jar carrel.jar} to the command line proper: finds a Java that can run it and unpacks what it needs. */
@NullMarked
package org.carrel.boot;

import org.jspecify.annotations.NullMarked;
