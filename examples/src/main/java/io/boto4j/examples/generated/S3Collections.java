package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.examples.generated.s3.Bucket;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.Delete;
import io.boto4j.examples.generated.s3.DeleteBucketRequest;
import io.boto4j.examples.generated.s3.DeleteObjectsRequest;
import io.boto4j.examples.generated.s3.GetObjectRequest;
import io.boto4j.examples.generated.s3.ListObjectsV2Request;
import io.boto4j.examples.generated.s3.ObjectIdentifier;
import io.boto4j.examples.generated.s3.PutObjectRequest;
import io.boto4j.examples.generated.s3.S3;
import java.util.List;

/** Walks over buckets and their objects, with filters and limits, and empties a bucket. */
class S3Collections {
  public static void main(String[] args) {
    var s3 = S3.of(Session.create().client("s3"));
    for (var name : List.of("one", "two", "three")) {
      s3.createBucket(CreateBucketRequest.of(name + "-bucket"));
      for (int i = 0; i < 12; i++) {
        var key = (i % 2 == 0 ? "docs/" : "photos/") + "%03d".formatted(i);
        s3.putObject(PutObjectRequest.of(name + "-bucket", key).body("content"));
      }
    }

    for (var bucket : s3.listBucketsItems()) {
      for (var object : s3.listObjectsV2Items(ListObjectsV2Request.of(bucket.name()).prefix("photos/"))) {
        System.out.println(bucket.name() + " " + object.key());
      }
    }
    for (var bucket : s3.listBucketsItems().stream().limit(2).toList()) {
      System.out.println("first " + bucket.name());
    }
    for (var object : s3.listObjectsV2Items(ListObjectsV2Request.of("one-bucket").maxKeys(5))) {
      System.out.println(object.key() + " " + object.size());
    }
    var doc = s3.getObject(GetObjectRequest.of("one-bucket", "docs/000"));
    System.out.println(doc.contentType() + " " + doc.body().text());

    var page = ListObjectsV2Request.of("one-bucket");
    for (var left = s3.listObjectsV2(page); !left.contents().isEmpty(); left = s3.listObjectsV2(page)) {
      var keys = left.contents().stream().map(each -> ObjectIdentifier.of(each.key())).toList();
      var deleted = s3.deleteObjects(DeleteObjectsRequest.of("one-bucket", Delete.of(keys)));
      System.out.println(deleted.deleted().size() + " deleted");
    }
    s3.deleteBucket(DeleteBucketRequest.of("one-bucket"));
    System.out.println(String.join(", ", s3.listBucketsItems().stream().map(Bucket::name).toList()));
  }
}
