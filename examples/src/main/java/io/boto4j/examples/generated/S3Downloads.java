package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.s3.CopyObjectRequest;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.GetObjectRequest;
import io.boto4j.examples.generated.s3.HeadObjectRequest;
import io.boto4j.examples.generated.s3.PutObjectRequest;
import io.boto4j.examples.generated.s3.S3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Downloads an object to a file, reads others as text and JSON, reads a range, and copies. */
class S3Downloads {
  public static void main(String[] args) throws IOException {
    var s3 = S3.of(Session.create().client("s3"));
    s3.createBucket(CreateBucketRequest.of("data"));
    s3.putObject(PutObjectRequest.of("data", "large").body("z".repeat(10_000_000)));
    s3.putObject(PutObjectRequest.of("data", "table.csv").body("name,age\nada,36\n"));
    s3.putObject(PutObjectRequest.of("data", "config.json")
        .body(Json.write(Map.of("hosts", new String[] {"one", "two"}))));

    try (var body = s3.getObject(GetObjectRequest.of("data", "large")).body()) {
      Files.copy(body, Path.of("large.out"));
    }
    System.out.println(Files.size(Path.of("large.out")) + " bytes");

    var table = s3.getObject(GetObjectRequest.of("data", "table.csv")).body().text();
    for (var row : table.lines().toList()) {
      System.out.println(row.replace(",", " | "));
    }
    var config = s3.getObject(GetObjectRequest.of("data", "config.json")).body().text();
    System.out.println(Json.read(config, Structure.class).texts("hosts").get(1));

    try {
      s3.getObject(GetObjectRequest.of("data", "missing"));
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchKey");
      System.out.println(e.message());
    }
    var range = s3.getObject(GetObjectRequest.of("data", "large").range("bytes=0-9"));
    System.out.println(range.body().text() + " of " + range.contentRange());

    s3.copyObject(CopyObjectRequest.of("data", "data/table.csv", "copy of table.csv"));
    var copy = s3.headObject(HeadObjectRequest.of("data", "copy of table.csv"));
    System.out.println("copied " + copy.contentLength() + " bytes");
  }
}
