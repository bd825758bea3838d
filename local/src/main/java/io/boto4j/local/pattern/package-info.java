/** Patterns on JSON documents, which EventBridge rules and SNS filter policies share. */
@NullMarked
package io.boto4j.local.pattern;

import org.jspecify.annotations.NullMarked;
