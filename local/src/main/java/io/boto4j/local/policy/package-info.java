/** Evaluates policies, without knowing where they are stored. */
@NullMarked
package io.boto4j.local.policy;

import org.jspecify.annotations.NullMarked;
