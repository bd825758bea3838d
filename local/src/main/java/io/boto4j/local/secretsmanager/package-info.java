/** The engine of Secrets Manager. */
@NullMarked
package io.boto4j.local.secretsmanager;

import org.jspecify.annotations.NullMarked;
