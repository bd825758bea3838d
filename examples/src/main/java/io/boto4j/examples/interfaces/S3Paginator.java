package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.stream.Stream;

/** Reads a list of objects page by page, with limits, a filter and a search. */
class S3Paginator {
  record ObjectInfo(String key, long size, String storageClass) {}

  record Page(List<ObjectInfo> contents) {}

  @Service("s3")
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") String text);

    @Operation("ListObjectsV2") @Result("@")
    Iterable<Page> pages(@Param("Bucket") String bucket, @Param("MaxKeys") int size);

    @Operation("ListObjectsV2") Stream<ObjectInfo> objects(@Param("Bucket") String bucket);

    @Operation("ListObjectsV2")
    List<ObjectInfo> objects(@Param("Bucket") String bucket, @Param("MaxKeys") int pageSize);

    @Operation("ListObjectsV2")
    List<ObjectInfo> objects(@Param("Bucket") String bucket, @Param("Prefix") String prefix);

    @Operation("ListObjectsV2") @Result("Contents[?Size > `220`].Key")
    Stream<String> largeKeys(@Param("Bucket") String bucket);
  }

  public static void main(String[] args) {
    var s3 = Typed.of(Session.create(), S3.class);
    s3.create("archive");
    for (int i = 0; i < 25; i++) {
      s3.put("archive", "logs/%02d.txt".formatted(i), "x".repeat(i * 10));
    }
    s3.put("archive", "readme", "");

    for (var page : s3.pages("archive", 10)) {
      System.out.println(page.contents().size() + " objects from " + page.contents().get(0).key());
    }
    System.out.println(s3.objects("archive").limit(7).toList().size() + " objects");
    for (var object : s3.objects("archive", "logs/2")) {
      System.out.println(object.key() + " " + object.size() + " " + object.storageClass());
    }
    s3.largeKeys("archive").forEach(System.out::println);
    var all = s3.objects("archive", 5);
    System.out.println(all.size() + " objects to " + all.get(all.size() - 1).key());
    System.out.println(s3.objects("archive", "none"));
  }
}
