/** The Amazon States Language with JSONPath: paths, templates, functions, choices, definitions. */
@NullMarked
package io.boto4j.local.stepfunctions.asl;

import org.jspecify.annotations.NullMarked;
