package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.s3.CompleteMultipartUploadRequest;
import io.boto4j.examples.generated.s3.CompletedMultipartUpload;
import io.boto4j.examples.generated.s3.CompletedPart;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.CreateMultipartUploadRequest;
import io.boto4j.examples.generated.s3.HeadObjectRequest;
import io.boto4j.examples.generated.s3.PutObjectRequest;
import io.boto4j.examples.generated.s3.S3;
import io.boto4j.examples.generated.s3.UploadPartRequest;
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
    var s3 = S3.of(Session.create().client("s3"));
    s3.createBucket(CreateBucketRequest.of("uploads"));
    var small = Files.writeString(Path.of("small.txt"), "small");
    var large = Files.write(Path.of("large.bin"), new byte[2 * PART + 1000]);

    s3.putObject(PutObjectRequest.of("uploads", "small.txt")
        .body(small)
        .contentType("text/plain")
        .metadata(Map.of("origin", "example")));

    var id = s3.createMultipartUpload(CreateMultipartUploadRequest.of("uploads", "large.bin")).uploadId();
    var parts = new ArrayList<CompletedPart>();
    long sent = 0;
    try (var file = Files.newInputStream(large)) {
      for (var bytes = file.readNBytes(PART); bytes.length > 0; bytes = file.readNBytes(PART)) {
        var number = parts.size() + 1;
        var part = s3.uploadPart(UploadPartRequest.of("uploads", "large.bin", number, id).body(bytes));
        parts.add(CompletedPart.of().partNumber(number).eTag(part.eTag()).checksumCrc32(part.checksumCrc32()));
        sent += bytes.length;
      }
    }
    s3.completeMultipartUpload(CompleteMultipartUploadRequest.of("uploads", "large.bin", id)
        .multipartUpload(CompletedMultipartUpload.of().parts(parts)));
    System.out.println(sent + " bytes sent");

    try (var stream = Files.newInputStream(small)) {
      s3.putObject(PutObjectRequest.of("uploads", "stream.txt").body(stream));
    }
    try {
      s3.putObject(PutObjectRequest.of("nobodys-bucket", "small.txt").body(small));
    } catch (ServiceException e) {
      e.rethrowUnless("NoSuchBucket");
      System.out.println("no such bucket");
    }
    for (var key : List.of("small.txt", "large.bin", "stream.txt")) {
      var head = s3.headObject(HeadObjectRequest.of("uploads", key));
      System.out.println(key + " " + head.contentLength() + " " + head.eTag() + " "
          + head.metadata().getOrDefault("origin", "without metadata"));
    }
  }
}
