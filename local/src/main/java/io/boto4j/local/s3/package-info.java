/** S3: buckets, objects and their versions, with large bodies in files. */
@NullMarked
package io.boto4j.local.s3;

import org.jspecify.annotations.NullMarked;
