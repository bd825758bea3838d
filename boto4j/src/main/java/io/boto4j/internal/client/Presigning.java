package io.boto4j.internal.client;

import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.PresignRequest;
import io.boto4j.internal.hook.Customization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The checks and the form of presigned requests, apart from the client so that it loads faster. */
public final class Presigning {
  private static final long LONGEST = Duration.ofDays(7).toSeconds();
  private static final String FILENAME = "${filename}";

  private Presigning() {}

  /**
   * Returns the lifetime of a presigned request in seconds.
   *
   * <p>SigV4 allows at most seven days. A longer one would be rejected by the service, and only
   * when the URL is used.
   *
   * @param expiresIn the lifetime
   * @return whole seconds
   * @throws IllegalArgumentException if it is out of range
   */
  public static long seconds(Duration expiresIn) {
    long seconds = expiresIn.toSeconds();
    if (seconds < 1 || seconds > LONGEST) {
      throw new IllegalArgumentException(
          "A presigned request is valid for 1 second to 7 days, not " + expiresIn);
    }
    return seconds;
  }

  /**
   * Returns an HTTP method in upper case.
   *
   * @param httpMethod the method
   * @return the method, such as {@code PUT}
   * @throws IllegalArgumentException if it is not made of letters
   */
  public static String method(String httpMethod) {
    for (int i = 0; i < httpMethod.length(); i++) {
      int letter = httpMethod.charAt(i) | 0x20;
      if (letter < 'a' || letter > 'z') {
        throw new IllegalArgumentException(
            "Not an HTTP method: it contains a character that is not a letter");
      }
    }
    if (httpMethod.isEmpty()) {
      throw new IllegalArgumentException("Not an HTTP method: it is empty");
    }
    return httpMethod.toUpperCase(Locale.ROOT);
  }

  /**
   * Signs an upload from a browser form.
   *
   * @param parts the client's parts
   * @param road the client's road
   * @param bucket the bucket
   * @param key the key; may end in <code>${filename}</code>
   * @param fields further fields of the form
   * @param conditions further conditions
   * @param expiresIn how long the form is valid
   * @return the form's address and fields
   * @throws IllegalStateException if the service does not accept forms
   */
  public static PresignRequest.Form post(
      CallParts parts,
      CallRoad road,
      String bucket,
      String key,
      Map<String, String> fields,
      List<?> conditions,
      Duration expiresIn) {
    Customization customization = parts.customization();
    if (customization == null || !customization.acceptsForms()) {
      throw new IllegalStateException(
          "Only S3 accepts uploads from forms, and this is a client of " + parts.service().name());
    }
    long seconds = seconds(expiresIn);
    List<Object> all = new ArrayList<>(conditions);
    all.add(Map.of("bucket", bucket));
    all.add(
        key.endsWith(FILENAME)
            ? List.of("starts-with", "$key", key.substring(0, key.length() - FILENAME.length()))
            : Map.of("key", key));
    Map<String, String> withKey = new LinkedHashMap<>(fields);
    withKey.put("key", key);
    // As in boto3: the operation's address is the bucket's, and it has no further input. Directory
    // buckets are created at another address than they are written to, which boto3 overlooks.
    String operation = bucket.endsWith("-x-s3") ? "HeadBucket" : "CreateBucket";
    return road.presignPost(
        parts.service().operation(operation), Map.of("Bucket", bucket), withKey, all, seconds);
  }
}
