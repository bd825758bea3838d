/**
 * Transfers between files and S3: uploads, downloads, copies, whole directories, and
 * synchronization.
 *
 * <p>{@link io.boto4j.s3.S3Transfer} is the entry point.
 *
 * <p>Floor 7, API; uses exported packages only.
 */
@NullMarked
package io.boto4j.s3;

import org.jspecify.annotations.NullMarked;
