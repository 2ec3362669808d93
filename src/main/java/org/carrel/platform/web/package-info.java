/** What all pages stand on: the languages they speak, where their assets are; and is this server alive? */
@NullMarked
package org.carrel.platform.web;

import org.jspecify.annotations.NullMarked;
