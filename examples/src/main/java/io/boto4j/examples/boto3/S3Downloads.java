package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Downloads an object to a file, reads others as text and JSON, reads a range, and copies. */
class S3Downloads {
  public static void main(String[] args) throws IOException {
    var s3 = Session.create().client("s3");
    s3.call("CreateBucket", Params.of("Bucket", "data"));
    s3.call("PutObject", Params.of("Bucket", "data", "Key", "large", "Body", "z".repeat(10_000_000)));
    s3.call("PutObject", Params.of("Bucket", "data", "Key", "table.csv", "Body", "name,age\nada,36\n"));
    s3.call("PutObject", Params.of("Bucket", "data", "Key", "config.json",
        "Body", Json.write(Map.of("hosts", new String[] {"one", "two"}))));

    try (var body = s3.call("GetObject", Params.of("Bucket", "data", "Key", "large")).body("Body")) {
      Files.copy(body, Path.of("large.out"));
    }
    System.out.println(Files.size(Path.of("large.out")) + " bytes");

    var table = s3.call("GetObject", Params.of("Bucket", "data", "Key", "table.csv")).body("Body").text();
    for (var row : table.lines().toList()) {
      System.out.println(row.replace(",", " | "));
    }
    var config = s3.call("GetObject", Params.of("Bucket", "data", "Key", "config.json")).body("Body").text();
    System.out.println(Json.read(config, Structure.class).texts("hosts").get(1));

    try {
      s3.call("GetObject", Params.of("Bucket", "data", "Key", "missing"));
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchKey");
      System.out.println(e.message());
    }
    var range = s3.call("GetObject", Params.of("Bucket", "data", "Key", "large", "Range", "bytes=0-9"));
    System.out.println(range.body("Body").text() + " of " + range.text("ContentRange"));

    s3.call("CopyObject", Params.of(
        "CopySource", Map.of("Bucket", "data", "Key", "table.csv"),
        "Bucket", "data",
        "Key", "copy of table.csv"));
    var copy = s3.call("HeadObject", Params.of("Bucket", "data", "Key", "copy of table.csv"));
    System.out.println("copied " + copy.longInteger("ContentLength") + " bytes");
  }
}
