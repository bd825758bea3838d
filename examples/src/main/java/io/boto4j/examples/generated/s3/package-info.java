/** Generated types of Amazon S3. */
@Generate(
    service = "s3",
    operations = {
      "CompleteMultipartUpload",
      "CopyObject",
      "CreateBucket",
      "CreateMultipartUpload",
      "DeleteBucket",
      "DeleteObjects",
      "GetObject",
      "HeadObject",
      "ListBuckets",
      "ListObjectsV2",
      "PutObject",
      "UploadPart"
    })
package io.boto4j.examples.generated.s3;

import io.boto4j.typed.Generate;
