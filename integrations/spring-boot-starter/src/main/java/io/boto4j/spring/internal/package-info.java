/** The parts of the starter that its other packages share: internal. */
@NullMarked
package io.boto4j.spring.internal;

import org.jspecify.annotations.NullMarked;
