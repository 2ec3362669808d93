/** Accounts, permissions, and what a request must look like to be answered: {@link org.carrel.security.WebSettings}. */
@NullMarked
package org.carrel.security;

import org.jspecify.annotations.NullMarked;
