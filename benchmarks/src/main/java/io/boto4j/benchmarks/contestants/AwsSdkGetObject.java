package io.boto4j.benchmarks.contestants;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** S3's GetObject by the AWS SDK for Java 2.x. */
public final class AwsSdkGetObject {
  private AwsSdkGetObject() {}

  /**
   * Prints the object. The bucket is in the path, not in the host, as in boto3 and boto4j when an
   * endpoint URL is set.
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
