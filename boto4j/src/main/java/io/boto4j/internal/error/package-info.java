/** How exceptions of {@link io.boto4j.error} are made where a first call passes. Floor 0. */
@NullMarked
package io.boto4j.internal.error;

import org.jspecify.annotations.NullMarked;
