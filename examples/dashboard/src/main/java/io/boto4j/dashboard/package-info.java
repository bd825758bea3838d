/** A dashboard. */
@NullMarked
package io.boto4j.dashboard;

import org.jspecify.annotations.NullMarked;
