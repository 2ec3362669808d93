@NullMarked
package org.carrel.notices.mail;

import org.jspecify.annotations.NullMarked;
