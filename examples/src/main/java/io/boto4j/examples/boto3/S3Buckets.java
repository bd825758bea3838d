package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates two buckets, lists them, and uploads a file. */
class S3Buckets {
  public static void main(String[] args) throws IOException {
    var s3 = Session.create().client("s3");
    for (var name : List.of("alpha", "beta")) {
      s3.call("CreateBucket", Params.of("Bucket", name));
    }
    for (var bucket : s3.items("ListBuckets")) {
      System.out.println(bucket.text("Name"));
    }

    var photo = Files.writeString(Path.of("photo.jpg"), "not really a photo");
    s3.call("PutObject", Params.of("Bucket", "alpha", "Key", "photo.jpg", "Body", photo));
    var head = s3.call("HeadObject", Params.of("Bucket", "alpha", "Key", "photo.jpg"));
    System.out.println(head.longInteger("ContentLength") + " bytes");
  }
}
