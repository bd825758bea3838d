package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Walks over buckets and their objects, with filters and limits, and empties a bucket. */
class S3Collections {
  public static void main(String[] args) {
    var s3 = Session.create().client("s3");
    for (var name : List.of("one", "two", "three")) {
      s3.call("CreateBucket", Params.of("Bucket", name + "-bucket"));
      for (int i = 0; i < 12; i++) {
        var key = (i % 2 == 0 ? "docs/" : "photos/") + "%03d".formatted(i);
        s3.call("PutObject", Params.of("Bucket", name + "-bucket", "Key", key, "Body", "content"));
      }
    }

    for (var bucket : s3.items("ListBuckets")) {
      var name = bucket.text("Name");
      for (var object : s3.items("ListObjectsV2", Params.of("Bucket", name, "Prefix", "photos/"))) {
        System.out.println(name + " " + object.text("Key"));
      }
    }
    for (var bucket : s3.items("ListBuckets").stream().limit(2).toList()) {
      System.out.println("first " + bucket.text("Name"));
    }
    for (var object : s3.items("ListObjectsV2", Params.of("Bucket", "one-bucket", "MaxKeys", 5))) {
      System.out.println(object.text("Key") + " " + object.longInteger("Size"));
    }
    var doc = s3.call("GetObject", Params.of("Bucket", "one-bucket", "Key", "docs/000"));
    System.out.println(doc.text("ContentType") + " " + doc.body("Body").text());

    for (var page : s3.paginator("ListObjectsV2").pages(Params.of("Bucket", "one-bucket"))) {
      var keys = page.structures("Contents").stream().map(each -> Map.of("Key", each.text("Key"))).toList();
      var deleted = s3.call("DeleteObjects", Params.of("Bucket", "one-bucket", "Delete", Map.of("Objects", keys)));
      System.out.println(deleted.structures("Deleted").size() + " deleted");
    }
    s3.call("DeleteBucket", Params.of("Bucket", "one-bucket"));
    System.out.println(String.join(", ", s3.call("ListBuckets").searchAll("Buckets[].Name", String.class)));
  }
}
