/** What the JSON interface of all features is made of: where it lives, how it fails, how it is described. */
@NullMarked
package org.carrel.platform.rest;

import org.jspecify.annotations.NullMarked;
