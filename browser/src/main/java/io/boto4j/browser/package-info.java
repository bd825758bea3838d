/** A browser for tests. */
@NullMarked
package io.boto4j.browser;

import org.jspecify.annotations.NullMarked;
