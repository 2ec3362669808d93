/** How targets are asked: SRU over HTTP, and Z39.50. Nothing here trusts what comes back. */
@NullMarked
package org.carrel.copycataloging.net;

import org.jspecify.annotations.NullMarked;
