/** The guides of the folder docs as pages. Internal. */
@NullMarked
package io.boto4j.reference.guide;

import org.jspecify.annotations.NullMarked;
