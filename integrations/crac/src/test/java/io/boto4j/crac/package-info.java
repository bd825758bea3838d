/** Tests of checkpoints, and the function of the page about start-up. */
@NullMarked
package io.boto4j.crac;

import org.jspecify.annotations.NullMarked;
