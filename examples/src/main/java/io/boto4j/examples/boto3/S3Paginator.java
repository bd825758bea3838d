package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;

/** Reads a list of objects page by page, with limits, a filter and a search. */
class S3Paginator {
  public static void main(String[] args) {
    var s3 = Session.create().client("s3");
    s3.call("CreateBucket", Params.of("Bucket", "archive"));
    for (int i = 0; i < 25; i++) {
      s3.call("PutObject", Params.of(
          "Bucket", "archive",
          "Key", "logs/%02d.txt".formatted(i),
          "Body", "x".repeat(i * 10)));
    }
    s3.call("PutObject", Params.of("Bucket", "archive", "Key", "readme", "Body", ""));

    var paginator = s3.paginator("ListObjectsV2");
    for (var page : paginator.pageSize(10).pages(Params.of("Bucket", "archive"))) {
      var contents = page.structures("Contents");
      System.out.println(contents.size() + " objects from " + contents.get(0).text("Key"));
    }
    for (var page : paginator.maxItems(7).pages(Params.of("Bucket", "archive"))) {
      System.out.println(page.structures("Contents").size() + " objects");
    }
    for (var object : s3.items("ListObjectsV2", Params.of("Bucket", "archive", "Prefix", "logs/2"))) {
      System.out.println(object.text("Key") + " " + object.longInteger("Size") + " " + object.text("StorageClass"));
    }
    paginator.pages(Params.of("Bucket", "archive")).search("Contents[?Size > `220`].Key", String.class)
        .forEach(System.out::println);
    var all = paginator.pageSize(5).pages(Params.of("Bucket", "archive")).buildFullResult().structures("Contents");
    System.out.println(all.size() + " objects to " + all.get(all.size() - 1).text("Key"));
    System.out.println(s3.items("ListObjectsV2", Params.of("Bucket", "archive", "Prefix", "none")).toList());
  }
}
