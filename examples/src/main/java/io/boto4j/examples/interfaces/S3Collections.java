package io.boto4j.examples.interfaces;

import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks over buckets and their objects, with filters and limits, and empties a bucket. */
class S3Collections {
  record ObjectInfo(String key, long size) {}

  record ObjectId(String key) {}

  record Objects(List<ObjectId> objects) {}

  record Page(List<ObjectId> contents) {}

  record Content(String contentType, ResponseStream body) {}

  @Service("s3")
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("ListBuckets") @Result("Buckets[].Name") Stream<String> buckets();

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") String text);

    @Operation("GetObject") Content get(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("ListObjectsV2")
    Iterable<ObjectInfo> objects(@Param("Bucket") String bucket, @Param("Prefix") String prefix);

    @Operation("ListObjectsV2")
    Iterable<ObjectInfo> objects(@Param("Bucket") String bucket, @Param("MaxKeys") int pageSize);

    @Operation("ListObjectsV2") @Result("@") Iterable<Page> pages(@Param("Bucket") String bucket);

    @Operation("DeleteObjects") @Result("length(Deleted)")
    int delete(@Param("Bucket") String bucket, @Param("Delete") Objects objects);

    @Operation("DeleteBucket") void delete(@Param("Bucket") String name);
  }

  public static void main(String[] args) {
    var s3 = Typed.of(Session.create(), S3.class);
    for (var name : List.of("one", "two", "three")) {
      s3.create(name + "-bucket");
      for (int i = 0; i < 12; i++) {
        s3.put(name + "-bucket", (i % 2 == 0 ? "docs/" : "photos/") + "%03d".formatted(i), "content");
      }
    }

    for (var name : s3.buckets().toList()) {
      for (var object : s3.objects(name, "photos/")) {
        System.out.println(name + " " + object.key());
      }
    }
    s3.buckets().limit(2).forEach(name -> System.out.println("first " + name));
    for (var object : s3.objects("one-bucket", 5)) {
      System.out.println(object.key() + " " + object.size());
    }
    var doc = s3.get("one-bucket", "docs/000");
    System.out.println(doc.contentType() + " " + doc.body().text());

    for (var page : s3.pages("one-bucket")) {
      System.out.println(s3.delete("one-bucket", new Objects(page.contents())) + " deleted");
    }
    s3.delete("one-bucket");
    System.out.println(s3.buckets().collect(Collectors.joining(", ")));
  }
}
