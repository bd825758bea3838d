/** The engine of Step Functions: state machines and their executions. */
@NullMarked
package io.boto4j.local.stepfunctions;

import org.jspecify.annotations.NullMarked;
