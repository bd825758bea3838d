/**
 * Help for tests: answers given by hand, calls recorded and played back.
 *
 * <p>Floor 7, API; made of the public API, and of the default transport.
 */
@NullMarked
package io.boto4j.testing;

import org.jspecify.annotations.NullMarked;
