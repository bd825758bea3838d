package io.boto4j.examples.resources;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;

/** Keeps versions of objects in a bucket, lists them, goes back to one, and deletes them all. */
class S3Versions {
  public static void main(String[] args) {
    var s3 = Session.create().resource("s3");
    var bucket = s3.run("create_bucket", Params.of("Bucket", "drafts")).resource();
    bucket.resource("Versioning").action("enable");
    System.out.println(bucket.resource("Versioning").text("status"));

    var letter = bucket.resource("Object", "letter.txt");
    for (var text : List.of("Dear", "Dear Ada,", "Dear Ada, hello")) {
      letter.action("put", Params.of("Body", text));
    }
    bucket.action("put_object", Params.of("Key", "notes/1.txt", "Body", "One"));
    bucket.resource("Object", "notes/1.txt").action("delete");
    System.out.println(letter.longInteger("content_length") + " bytes");

    for (var object : bucket.collection("objects")) {
      System.out.println(object.text("key") + " " + object.longInteger("size"));
    }
    for (var version : bucket.collection("object_versions").filter(Params.of("Prefix", "letter"))) {
      System.out.println(version.text("object_key") + " " + version.longInteger("size")
          + (version.bool("is_latest") ? " latest" : ""));
    }
    var oldest = bucket.collection("object_versions").filter(Params.of("Prefix", "letter")).toList().get(2);
    System.out.println(oldest.run("get").response().body("Body").text());
    oldest.action("delete");

    bucket.collection("object_versions").batch("delete");
    System.out.println("left: " + bucket.collection("object_versions").toList().size());
    bucket.action("delete");
    bucket.waitUntil("not_exists");
    System.out.println("buckets: " + s3.collection("buckets").toList().size());
  }
}
