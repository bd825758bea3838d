package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.ListObjectsV2Request;
import io.boto4j.examples.generated.s3.ListObjectsV2Response;
import io.boto4j.examples.generated.s3.PutObjectRequest;
import io.boto4j.examples.generated.s3.S3;

/** Reads a list of objects page by page, with limits, a filter and a search. */
class S3Paginator {
  public static void main(String[] args) {
    var client = Session.create().client("s3");
    var s3 = S3.of(client);
    s3.createBucket(CreateBucketRequest.of("archive"));
    for (int i = 0; i < 25; i++) {
      s3.putObject(PutObjectRequest.of("archive", "logs/%02d.txt".formatted(i)).body("x".repeat(i * 10)));
    }
    s3.putObject(PutObjectRequest.of("archive", "readme").body(""));

    var archive = ListObjectsV2Request.of("archive");
    for (var page : client.paginator("ListObjectsV2").pageSize(10).pages(archive.members())) {
      var contents = new ListObjectsV2Response(page).contents();
      System.out.println(contents.size() + " objects from " + contents.get(0).key());
    }
    System.out.println(s3.listObjectsV2Items(archive).stream().limit(7).count() + " objects");
    for (var object : s3.listObjectsV2Items(archive.prefix("logs/2"))) {
      System.out.println(object.key() + " " + object.size() + " " + object.storageClass());
    }
    for (var object : s3.listObjectsV2Items(archive)) {
      if (object.size() > 220) {
        System.out.println(object.key());
      }
    }
    var all = s3.listObjectsV2Items(archive.maxKeys(5)).toList();
    System.out.println(all.size() + " objects to " + all.get(all.size() - 1).key());
    System.out.println(s3.listObjectsV2Items(archive.prefix("none")).toList());
  }
}
