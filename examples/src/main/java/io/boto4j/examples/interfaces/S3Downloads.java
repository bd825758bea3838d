package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.ResponseStream;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Downloads an object to a file, reads others as text and JSON, reads a range, and copies. */
class S3Downloads {
  record Part(ResponseStream body, String contentRange) {}

  record Config(List<String> hosts) {}

  @Service("s3")
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") String text);

    @Operation("GetObject") ResponseStream get(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("GetObject")
    Part get(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Range") String range);

    @Operation("CopyObject")
    void copy(@Param("CopySource") Map<String, String> from, @Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("HeadObject") @Result("ContentLength")
    long size(@Param("Bucket") String bucket, @Param("Key") String key);
  }

  public static void main(String[] args) throws IOException {
    var s3 = Typed.of(Session.create(), S3.class);
    s3.create("data");
    s3.put("data", "large", "z".repeat(10_000_000));
    s3.put("data", "table.csv", "name,age\nada,36\n");
    s3.put("data", "config.json", Json.write(new Config(List.of("one", "two"))));

    try (var body = s3.get("data", "large")) {
      Files.copy(body, Path.of("large.out"));
    }
    System.out.println(Files.size(Path.of("large.out")) + " bytes");

    for (var row : s3.get("data", "table.csv").text().lines().toList()) {
      System.out.println(row.replace(",", " | "));
    }
    var config = Json.read(s3.get("data", "config.json").text(), Config.class);
    System.out.println(config.hosts().get(1));

    try {
      s3.get("data", "missing");
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchKey");
      System.out.println(e.message());
    }
    var range = s3.get("data", "large", "bytes=0-9");
    System.out.println(range.body().text() + " of " + range.contentRange());

    s3.copy(Map.of("Bucket", "data", "Key", "table.csv"), "data", "copy of table.csv");
    System.out.println("copied " + s3.size("data", "copy of table.csv") + " bytes");
  }
}
