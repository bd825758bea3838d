/** Certificates that sign themselves. */
@NullMarked
package io.boto4j.local.certificate;

import org.jspecify.annotations.NullMarked;
