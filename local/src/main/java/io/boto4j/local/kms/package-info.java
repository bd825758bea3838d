/** The engine of KMS: real keys and real cryptography. */
@NullMarked
package io.boto4j.local.kms;

import org.jspecify.annotations.NullMarked;
