/** The environments in which functions run: in this process, or in one of their own. */
@NullMarked
package io.boto4j.local.lambda.runtime;

import org.jspecify.annotations.NullMarked;
