package io.boto4j.benchmarks.contestants;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** S3's GetObject by the AWS SDK for Java 2.x. */
public final class AwsSdkGetObject {
  private AwsSdkGetObject() {}

  /**
   * Prints the object. Bucket names are no hosts here, so that the path names the bucket, as with
   * boto3 and boto4j where an endpoint URL is given.
   *
   * @param args the endpoint URL, and the HTTP client
   */
  public static void main(String[] args) {
    S3ClientBuilder builder = S3Client.builder().forcePathStyle(true);
    try (S3Client s3 = AwsSdkSettings.client(builder, args)) {
      System.out.println(
          s3.getObjectAsBytes(
                  GetObjectRequest.builder().bucket("documents").key("greeting.txt").build())
              .asUtf8String());
    }
  }
}
