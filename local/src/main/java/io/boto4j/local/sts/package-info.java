/** The engine of STS: temporary credentials. */
@NullMarked
package io.boto4j.local.sts;

import org.jspecify.annotations.NullMarked;
