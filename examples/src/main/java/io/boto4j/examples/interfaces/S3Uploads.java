package io.boto4j.examples.interfaces;

import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Uploads a file with metadata, a large one in parts with its progress, and a stream. */
class S3Uploads {
  static final int PART = 8 * 1024 * 1024;

  record Upload(String bucket, String key, String uploadId) {}

  record Part(@Name("ETag") String etag, @Name("ChecksumCRC32") String checksum) {}

  record Completed(int partNumber, @Name("ETag") String etag, @Name("ChecksumCRC32") String checksum) {}

  record Head(long contentLength, @Name("ETag") String etag, Map<String, String> metadata) {}

  @Service("s3")
  interface S3 {
    @Operation("CreateBucket") void create(@Param("Bucket") String name);

    @Operation("PutObject") @Default(param = "ContentType", value = "text/plain")
    void putText(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") Path file,
        @Param("Metadata") Map<String, String> metadata);

    @Operation("PutObject")
    void put(@Param("Bucket") String bucket, @Param("Key") String key, @Param("Body") InputStream stream);

    @Operation("CreateMultipartUpload")
    Upload startUpload(@Param("Bucket") String bucket, @Param("Key") String key);

    @Operation("UploadPart") Part send(Upload upload, @Param("PartNumber") int number, @Param("Body") byte[] bytes);

    @Operation("CompleteMultipartUpload")
    void complete(Upload upload, @Param("MultipartUpload") Map<String, List<Completed>> parts);

    @Operation("HeadObject") Head head(@Param("Bucket") String bucket, @Param("Key") String key);
  }

  public static void main(String[] args) throws IOException {
    var s3 = Typed.of(Session.create(), S3.class);
    s3.create("uploads");
    var small = Files.writeString(Path.of("small.txt"), "small");
    var large = Files.write(Path.of("large.bin"), new byte[2 * PART + 1000]);

    s3.putText("uploads", "small.txt", small, Map.of("origin", "example"));

    var upload = s3.startUpload("uploads", "large.bin");
    var parts = new ArrayList<Completed>();
    long sent = 0;
    try (var file = Files.newInputStream(large)) {
      for (var bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
        var part = s3.send(upload, parts.size() + 1, bytes);
        parts.add(new Completed(parts.size() + 1, part.etag(), part.checksum()));
        sent += bytes.length;
      }
    }
    s3.complete(upload, Map.of("Parts", parts));
    System.out.println(sent + " bytes sent");

    try (var stream = Files.newInputStream(small)) {
      s3.put("uploads", "stream.txt", stream);
    }
    try {
      s3.putText("nobodys-bucket", "small.txt", small, Map.of());
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchBucket");
      System.out.println("no such bucket");
    }
    for (var key : List.of("small.txt", "large.bin", "stream.txt")) {
      var head = s3.head("uploads", key);
      System.out.println(key + " " + head.contentLength() + " " + head.etag() + " "
          + head.metadata().getOrDefault("origin", "without metadata"));
    }
  }
}
