package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Creates two buckets, lists them, and uploads a file. */
class S3Buckets {
  @Service("s3")
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("ListBuckets") @Result("Buckets[].Name") Stream<String> buckets();

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") Path file);

    @Operation("HeadObject") @Result("ContentLength")
    long size(@Param("Bucket") String bucket, @Param("Key") String key);
  }

  public static void main(String[] args) throws IOException {
    var s3 = Typed.of(Session.create(), S3.class);
    for (var name : List.of("alpha", "beta")) {
      s3.create(name);
    }
    s3.buckets().forEach(System.out::println);

    s3.put("alpha", "photo.jpg", Files.writeString(Path.of("photo.jpg"), "not really a photo"));
    System.out.println(s3.size("alpha", "photo.jpg") + " bytes");
  }
}
