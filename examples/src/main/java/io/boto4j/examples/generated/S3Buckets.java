package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.HeadObjectRequest;
import io.boto4j.examples.generated.s3.PutObjectRequest;
import io.boto4j.examples.generated.s3.S3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates two buckets, lists them, and uploads a file. */
class S3Buckets {
  public static void main(String[] args) throws IOException {
    var s3 = S3.of(Session.create().client("s3"));
    for (var name : List.of("alpha", "beta")) {
      s3.createBucket(CreateBucketRequest.of(name));
    }
    for (var bucket : s3.listBucketsItems()) {
      System.out.println(bucket.name());
    }

    var photo = Files.writeString(Path.of("photo.jpg"), "not really a photo");
    s3.putObject(PutObjectRequest.of("alpha", "photo.jpg").body(photo));
    var head = s3.headObject(HeadObjectRequest.of("alpha", "photo.jpg"));
    System.out.println(head.contentLength() + " bytes");
  }
}
