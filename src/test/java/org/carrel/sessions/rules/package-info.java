@NullMarked
package org.carrel.sessions.rules;

import org.jspecify.annotations.NullMarked;
