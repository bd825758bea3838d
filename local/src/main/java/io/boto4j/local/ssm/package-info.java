/** The engine of Systems Manager: parameters and documents. */
@NullMarked
package io.boto4j.local.ssm;

import org.jspecify.annotations.NullMarked;
