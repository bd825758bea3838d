package io.boto4j;

import io.boto4j.internal.call.CallRoad;
import io.boto4j.internal.call.PresignRequest;
import io.boto4j.model.ServiceModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part of {@link Client} that is loaded only by who presigns. */
final class Presigning {
  private static final long LONGEST = Duration.ofDays(7).toSeconds();
  private static final String FILENAME = "${filename}";

  private Presigning() {}

  /** SigV4 knows no longer life; a service would say so to whoever was given the URL. */
  static long seconds(Duration expiresIn) {
    long seconds = expiresIn.toSeconds();
    if (seconds < 1 || seconds > LONGEST) {
      throw new IllegalArgumentException(
          "A presigned request is good for 1 second to 7 days, not " + expiresIn);
    }
    return seconds;
  }

  static String method(String httpMethod) {
    for (int i = 0; i < httpMethod.length(); i++) {
      int letter = httpMethod.charAt(i) | 0x20;
      if (letter < 'a' || letter > 'z') {
        throw new IllegalArgumentException("Not an HTTP method: it has more than letters in it");
      }
    }
    if (httpMethod.isEmpty()) {
      throw new IllegalArgumentException("Not an HTTP method: it is empty");
    }
    return httpMethod.toUpperCase(Locale.ROOT);
  }

  static PresignedPost post(
      ServiceModel service,
      CallRoad road,
      String bucket,
      String key,
      Map<String, String> fields,
      List<?> conditions,
      Duration expiresIn) {
    if (!service.name().equals("s3")) {
      throw new IllegalStateException(
          "Only S3 takes uploads from forms, and this is a client of " + service.name());
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
    // As in boto3: its address is the bucket's, and it needs nothing else. A directory bucket is
    // made elsewhere than it is written to, which boto3 overlooks.
    String operation = bucket.endsWith("-x-s3") ? "HeadBucket" : "CreateBucket";
    PresignRequest.Form form =
        road.presignPost(
            service.operation(operation), Map.of("Bucket", bucket), withKey, all, seconds);
    return new PresignedPost(form.url(), form.fields());
  }
}
