package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Uploads a file with metadata, a large one in parts with its progress, and a stream. */
class S3Uploads {
  static final int PART = 8 * 1024 * 1024;

  public static void main(String[] args) throws IOException {
    var s3 = Session.create().client("s3");
    s3.call("CreateBucket", Params.of("Bucket", "uploads"));
    var small = Files.writeString(Path.of("small.txt"), "small");
    var large = Files.write(Path.of("large.bin"), new byte[2 * PART + 1000]);

    s3.call("PutObject", Params.of(
        "Bucket", "uploads",
        "Key", "small.txt",
        "Body", small,
        "ContentType", "text/plain",
        "Metadata", Map.of("origin", "example")));

    var target = Params.of("Bucket", "uploads", "Key", "large.bin");
    var upload = target.with("UploadId", s3.call("CreateMultipartUpload", target).text("UploadId"));
    var parts = new ArrayList<Params>();
    long sent = 0;
    try (var file = Files.newInputStream(large)) {
      for (var bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
        var number = parts.size() + 1;
        var part = s3.call("UploadPart", upload.with("PartNumber", number).with("Body", bytes));
        parts.add(Params.of(
            "PartNumber", number,
            "ETag", part.text("ETag"),
            "ChecksumCRC32", part.text("ChecksumCRC32")));
        sent += bytes.length;
      }
    }
    s3.call("CompleteMultipartUpload", upload.with("MultipartUpload", Map.of("Parts", parts)));
    System.out.println(sent + " bytes sent");

    try (var stream = Files.newInputStream(small)) {
      s3.call("PutObject", Params.of("Bucket", "uploads", "Key", "stream.txt", "Body", stream));
    }
    try {
      s3.call("PutObject", Params.of("Bucket", "nobodys-bucket", "Key", "small.txt", "Body", small));
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchBucket");
      System.out.println("no such bucket");
    }
    for (var key : List.of("small.txt", "large.bin", "stream.txt")) {
      var head = s3.call("HeadObject", Params.of("Bucket", "uploads", "Key", key));
      System.out.println(key + " " + head.longInteger("ContentLength") + " " + head.text("ETag")
          + " " + head.map("Metadata").getOrDefault("origin", "without metadata"));
    }
  }
}
