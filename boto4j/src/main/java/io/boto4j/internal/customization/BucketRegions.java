package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Arn;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.model.OperationModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The regions of buckets outside the client's own region, as one client has learned them:
 * botocore's {@code S3RegionRedirectorv2}. Thread-safe.
 */
final class BucketRegions {
  private static final String BUCKET = "Bucket";
  private static final String HEADER = "x-amz-bucket-region";
  private static final String HEAD_BUCKET = "HeadBucket";

  /** The map is cleared when it is full: a client of so many buckets learns the regions again. */
  private static final int MOST_KEPT = 1000;

  private final ConcurrentHashMap<String, String> byBucket = new ConcurrentHashMap<>(4);

  @Nullable String of(Map<String, ?> input) {
    String bucket = InputValues.text(input.get(BUCKET));
    return bucket == null ? null : byBucket.get(bucket);
  }

  /** Whether the error response names another region than that of the call. */
  boolean learn(
      OperationModel operation,
      Map<String, ?> input,
      ServiceException refusal,
      CustomizationClient client) {
    String bucket = InputValues.text(input.get(BUCKET));
    if (bucket == null || Arn.is(bucket) || !isElsewhere(operation.name(), refusal)) {
      return false;
    }
    String region = region(operation.name(), bucket, refusal, client);
    String known = byBucket.getOrDefault(bucket, client.region());
    if (region == null || !HostLabels.isLabel(region) || region.equals(known)) {
      return false;
    }
    if (byBucket.size() >= MOST_KEPT) {
      byBucket.clear();
    }
    byBucket.put(bucket, region);
    return true;
  }

  /** S3 reports a wrong region in the body, which responses to HEAD do not have. */
  private static boolean isElsewhere(String operation, ServiceException refusal) {
    String code = refusal.code();
    int status = refusal.statusCode();
    boolean bare = status == 301 || status == 400;
    return status == 301
        || status == 302
        || status == 307
        || code.equals("PermanentRedirect")
        || (code.equals("AuthorizationHeaderMalformed") && regionInBody(refusal) != null)
        || (code.equals("IllegalLocationConstraintException") && !operation.equals("CreateBucket"))
        || (bare && isBare(code) && operation.equals("HeadObject"))
        || (bare && isBare(code) && operation.equals(HEAD_BUCKET) && header(refusal) != null);
  }

  /** Whether the code is the status, for lack of a body. */
  private static boolean isBare(String code) {
    return code.equals("301") || code.equals("400");
  }

  private static @Nullable String region(
      String operation, String bucket, ServiceException refusal, CustomizationClient client) {
    String told = header(refusal);
    if (told == null) {
      told = regionInBody(refusal);
    }
    return told == null && !operation.equals(HEAD_BUCKET) ? ask(bucket, client) : told;
  }

  private static @Nullable String ask(String bucket, CustomizationClient client) {
    try {
      return client.call(HEAD_BUCKET, Map.of(BUCKET, bucket)).metadata().headers().first(HEADER);
    } catch (ServiceException e) {
      return header(e);
    }
  }

  private static @Nullable String header(ServiceException refusal) {
    return refusal.metadata().headers().first(HEADER);
  }

  private static @Nullable String regionInBody(ServiceException refusal) {
    Structure error = refusal.response().structure("Error");
    String region = error == null ? null : error.text("Region");
    return region == null || region.isEmpty() ? null : region;
  }
}
