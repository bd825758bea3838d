package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Response;
import java.util.Map;
import java.util.Objects;

/** S3's GetObject by boto4j. */
public final class Boto4jGetObject {
  private Boto4jGetObject() {}

  /**
   * Prints the object.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client s3 = LocalServer.session(args[0]).client("s3")) {
      Response response =
          s3.call("GetObject", Map.of("Bucket", "documents", "Key", "greeting.txt"));
      System.out.println(Objects.requireNonNull(response.stream("Body")).text());
    }
  }
}
