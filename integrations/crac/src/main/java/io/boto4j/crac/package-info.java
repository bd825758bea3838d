/**
 * Checkpoints of the process: SnapStart of AWS Lambda, and CRaC. API; it uses the public API of
 * boto4j and {@code org.crac} only.
 */
@NullMarked
package io.boto4j.crac;

import org.jspecify.annotations.NullMarked;
