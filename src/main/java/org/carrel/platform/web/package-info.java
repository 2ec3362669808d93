/** Is this server alive, and may it be sent work? */
@NullMarked
package org.carrel.platform.web;

import org.jspecify.annotations.NullMarked;
