package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Object lock: retention periods and legal holds, which keep versions from being deleted.
 *
 * <p>Source: Amazon S3 User Guide, "Locking objects with Object Lock".
 */
final class ObjectLocks {
  private static final String GOVERNANCE = "GOVERNANCE";
  private static final String COMPLIANCE = "COMPLIANCE";
  private static final String LOCK = "Lock";
  private static final String CONFIGURATION = "object-lock";
  private static final Set<String> MODES = Set.of(GOVERNANCE, COMPLIANCE);

  private final S3State state;

  ObjectLocks(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("PutObjectLockConfiguration", "PutBucketObjectLockConfiguration", this::configure);
    table.add(
        "GetObjectLockConfiguration", "GetBucketObjectLockConfiguration", this::configuration);
    table.add("PutObjectRetention", "PutObjectRetention", this::putRetention);
    table.add("GetObjectRetention", "GetObjectRetention", this::getRetention);
    table.add("PutObjectLegalHold", "PutObjectLegalHold", this::putHold);
    table.add("GetObjectLegalHold", "GetObjectLegalHold", this::getHold);
  }

  /** Adds the lock of a new object: what the request asks for, else the bucket's default. */
  static void addTo(S3State state, Bucket bucket, Structure input, Map<String, Object> document) {
    String mode = input.text("ObjectLockMode");
    Instant until = input.instant("ObjectLockRetainUntilDate");
    String hold = input.text("ObjectLockLegalHoldStatus");
    if ((mode != null || until != null || hold != null) && !bucket.locks()) {
      throw S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
    }
    if ((mode == null) != (until == null)) {
      throw S3Errors.of(
          400,
          "InvalidArgument",
          "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
    }
    Map<String, Object> lock = new LinkedHashMap<>();
    if (mode != null && until != null) {
      check(mode, until, state.context.clock().instant());
      lock.put("Mode", mode);
      lock.put("RetainUntilDate", until);
    } else {
      addDefault(state, bucket, lock);
    }
    if (hold != null) {
      lock.put("Hold", hold);
    }
    if (!lock.isEmpty()) {
      document.put(LOCK, lock);
    }
  }

  private static void addDefault(S3State state, Bucket bucket, Map<String, Object> lock) {
    Structure configuration = bucket.configuration(CONFIGURATION);
    if (configuration == null) {
      return;
    }
    String mode = configuration.text("Rule", "DefaultRetention", "Mode");
    if (mode != null) {
      Integer days = configuration.integer("Rule", "DefaultRetention", "Days");
      Integer years = configuration.integer("Rule", "DefaultRetention", "Years");
      Instant now = state.now();
      lock.put("Mode", mode);
      lock.put(
          "RetainUntilDate",
          days != null
              ? now.plus(Duration.ofDays(days))
              : now.atZone(ZoneOffset.UTC).plusYears(years == null ? 0 : years).toInstant());
    }
  }

  private static void check(String mode, Instant until, Instant now) {
    if (!MODES.contains(mode)) {
      throw S3Errors.of(400, "InvalidArgument", "Unknown wormMode directive.");
    }
    if (!until.isAfter(now)) {
      throw S3Errors.of(400, "InvalidArgument", "The retain until date must be in the future!");
    }
  }

  /** Copies what reads return of a lock. */
  static void copyTo(ObjectVersion version, Map<String, Object> output) {
    Structure lock = version.document().map(LOCK);
    output.put("ObjectLockMode", lock.text("Mode"));
    output.put("ObjectLockRetainUntilDate", lock.instant("RetainUntilDate"));
    output.put("ObjectLockLegalHoldStatus", lock.text("Hold"));
  }

  /** Throws if a version is protected from deletion. */
  static void checkDeletion(S3State state, ObjectVersion version, boolean bypass) {
    Structure lock = version.document().map(LOCK);
    if ("ON".equals(lock.text("Hold")) || isRetained(state, lock, bypass)) {
      throw S3Errors.of(
          403, "AccessDenied", "Access Denied because object protected by object lock.");
    }
  }

  private static boolean isRetained(S3State state, Structure lock, boolean bypass) {
    Instant until = lock.instant("RetainUntilDate");
    return until != null
        && until.isAfter(state.context.clock().instant())
        && !(bypass && GOVERNANCE.equals(lock.text("Mode")));
  }

  private Map<String, ?> configure(Request request) {
    Structure configuration = request.input.structure("ObjectLockConfiguration");
    if (configuration == null) {
      throw S3Errors.missingBody();
    }
    if (!"Enabled".equals(configuration.text("ObjectLockEnabled"))) {
      throw S3Errors.malformedXml();
    }
    Structure rule = configuration.structure("Rule");
    if (rule != null) {
      checkRule(rule.map("DefaultRetention"));
    }
    state.change(
        change -> {
          Bucket bucket = request.current();
          if (!bucket.isVersioned()) {
            throw S3Errors.of(
                409,
                "InvalidBucketState",
                "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
          }
          state.put(
              bucket.with("ObjectLock", true).withConfiguration(CONFIGURATION, configuration));
          return true;
        });
    return Map.of();
  }

  private static void checkRule(Structure retention) {
    Integer days = retention.integer("Days");
    Integer years = retention.integer("Years");
    if ((days == null) == (years == null)
        || !MODES.contains(Documents.text(retention, "Mode", ""))) {
      throw S3Errors.malformedXml();
    }
    int period = days == null ? (years == null ? 0 : years) : days;
    if (period <= 0) {
      throw S3Errors.of(
          400, "InvalidArgument", "Default retention period must be a positive integer value.");
    }
  }

  private Map<String, ?> configuration(Request request) {
    Structure configuration = request.bucket().configuration(CONFIGURATION);
    if (configuration == null) {
      throw S3Errors.of(
          404,
          "ObjectLockConfigurationNotFoundError",
          "Object Lock configuration does not exist for this bucket",
          "BucketName",
          request.bucket().name());
    }
    return Map.of("ObjectLockConfiguration", configuration);
  }

  private Map<String, ?> putRetention(Request request) {
    checkLocks(request.bucket());
    Structure retention = request.input.map("Retention");
    String mode = retention.text("Mode");
    Instant until = retention.instant("RetainUntilDate");
    if ((mode == null) != (until == null)) {
      throw S3Errors.malformedXml();
    }
    if (mode != null && until != null) {
      check(mode, until, state.context.clock().instant());
    }
    state.change(
        change -> {
          Bucket bucket = request.current();
          ObjectVersion version = version(request, bucket, "PUT");
          Structure lock = version.document().map(LOCK);
          checkWeaker(request, lock, mode, until);
          Structure changed =
              Documents.with(Documents.with(lock, "Mode", mode), "RetainUntilDate", until);
          state.versions.put(bucket.name(), version.with(LOCK, changed));
          return true;
        });
    return Map.of();
  }

  /** A period can be extended by everyone, and shortened only with the right to bypass it. */
  private void checkWeaker(
      Request request, Structure lock, @Nullable String mode, @Nullable Instant until) {
    Instant before = lock.instant("RetainUntilDate");
    if (before == null || !isRetained(state, lock, request.flag("BypassGovernanceRetention"))) {
      return;
    }
    boolean weaker =
        mode == null
            || until == null
            || until.isBefore(before)
            || (COMPLIANCE.equals(lock.text("Mode")) && !mode.equals(COMPLIANCE));
    if (weaker) {
      throw S3Errors.of(
          403, "AccessDenied", "Access Denied because object protected by object lock.");
    }
  }

  private Map<String, ?> getRetention(Request request) {
    checkLocks(request.bucket());
    Structure lock = version(request, request.bucket(), "GET").document().map(LOCK);
    if (lock.text("Mode") == null) {
      throw noLock(request);
    }
    Map<String, Object> retention = new LinkedHashMap<>();
    retention.put("Mode", lock.text("Mode"));
    retention.put("RetainUntilDate", lock.instant("RetainUntilDate"));
    return Map.of("Retention", retention);
  }

  private Map<String, ?> putHold(Request request) {
    checkLocks(request.bucket());
    String status = request.input.text("LegalHold", "Status");
    if (!"ON".equals(status) && !"OFF".equals(status)) {
      throw S3Errors.malformedXml();
    }
    state.change(
        change -> {
          Bucket bucket = request.current();
          ObjectVersion version = version(request, bucket, "PUT");
          Structure lock = Documents.with(version.document().map(LOCK), "Hold", status);
          state.versions.put(bucket.name(), version.with(LOCK, Structures.of(lock)));
          return true;
        });
    return Map.of();
  }

  private Map<String, ?> getHold(Request request) {
    checkLocks(request.bucket());
    String hold = version(request, request.bucket(), "GET").document().map(LOCK).text("Hold");
    if (hold == null) {
      throw noLock(request);
    }
    return Map.of("LegalHold", Map.of("Status", hold));
  }

  private ObjectVersion version(Request request, Bucket bucket, String method) {
    return ObjectReads.version(state, bucket, request.key(), request.versionId(), method);
  }

  private static void checkLocks(Bucket bucket) {
    if (!bucket.locks()) {
      throw S3Errors.invalidRequest("Bucket is missing Object Lock Configuration");
    }
  }

  private static RuntimeException noLock(Request request) {
    return S3Errors.of(
        404,
        "NoSuchObjectLockConfiguration",
        "The specified object does not have a ObjectLock configuration",
        "Key",
        request.key());
  }
}
