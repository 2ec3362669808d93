/** Talks to where else people can sign in: OpenID Connect with the authorization code flow and PKCE. */
@NullMarked
package org.carrel.security.openid;

import org.jspecify.annotations.NullMarked;
