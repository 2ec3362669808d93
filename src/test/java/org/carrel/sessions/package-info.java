@NullMarked
package org.carrel.sessions;

import org.jspecify.annotations.NullMarked;
