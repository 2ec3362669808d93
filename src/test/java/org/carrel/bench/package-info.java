/** Measurements that anyone can repeat: {@code mvn -Pbench verify}. No tests: a figure is read by a person. */
@NullMarked
package org.carrel.bench;

import org.jspecify.annotations.NullMarked;
