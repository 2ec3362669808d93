/** The only place that speaks to a mail server. */
@NullMarked
package org.carrel.notices.mail;

import org.jspecify.annotations.NullMarked;
