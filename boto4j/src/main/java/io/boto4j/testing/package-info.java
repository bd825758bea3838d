/**
 * Support for tests: stubbed responses, and recording and replay of calls.
 *
 * <p>Floor 7, API; uses exported packages only.
 */
@NullMarked
package io.boto4j.testing;

import org.jspecify.annotations.NullMarked;
