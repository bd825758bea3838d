package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates, deletes and lists buckets. */
final class BucketOperations {
  private static final String MAIN_REGION = "us-east-1";
  private static final int MOST = 10_000;

  /** Configurations that have members which buckets without them return too. */
  private static final Set<String> LEGACY_REGIONS = Set.of("EU");

  private final S3State state;

  BucketOperations(S3State state) {
    this.state = state;
  }

  void addTo(S3Engine.Table table) {
    table.add("CreateBucket", null, this::create);
    table.add("DeleteBucket", "DeleteBucket", this::delete);
    table.add("HeadBucket", "ListBucket", this::head);
    table.add("GetBucketLocation", "GetBucketLocation", this::location);
    table.add("ListBuckets", null, this::list);
  }

  private Map<String, ?> create(Request request) {
    String name = request.text("Bucket");
    if (request.call.caller().arn().isEmpty()) {
      throw S3Errors.accessDenied();
    }
    BucketNames.check(name);
    String region = region(request);
    String account = request.call.caller().account();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Account", account);
    document.put("Region", region);
    document.put("Created", state.now());
    document.put("Acl", Acls.ofBucket(request, account));
    document.put("Tags", request.input.structures("CreateBucketConfiguration", "Tags"));
    Bucket bucket = new Bucket(name, Structures.of(document));
    if (request.flag("ObjectLockEnabledForBucket")) {
      bucket =
          bucket
              .with("ObjectLock", true)
              .withConfiguration("versioning", Map.of("Status", "Enabled"))
              .withConfiguration("object-lock", Map.of("ObjectLockEnabled", "Enabled"));
    }
    String ownership = request.input.text("ObjectOwnership");
    if (ownership != null) {
      bucket =
          bucket.withConfiguration(
              "ownershipControls", Map.of("Rules", List.of(Map.of("ObjectOwnership", ownership))));
    }
    Bucket created = bucket;
    state.change(
        change -> {
          Bucket existing = state.find(name);
          if (existing != null) {
            checkOwner(existing, account, region);
          } else {
            state.put(created);
          }
          return true;
        });
    Map<String, Object> output = new LinkedHashMap<>();
    output.put(
        "Location",
        region.equals(MAIN_REGION) ? "/" + name : "http://" + name + ".s3.amazonaws.com/");
    output.put("BucketArn", created.arn());
    return output;
  }

  /** Creating a bucket of one's own again is an error, except in the oldest region. */
  private static void checkOwner(Bucket existing, String account, String region) {
    String name = existing.name();
    if (!existing.account().equals(account)) {
      throw S3Errors.of(
          409,
          "BucketAlreadyExists",
          "The requested bucket name is not available. The bucket namespace is shared by all users"
              + " of the system. Please select a different name and try again.",
          "BucketName",
          name);
    }
    if (!region.equals(MAIN_REGION) || !existing.region().equals(MAIN_REGION)) {
      throw S3Errors.of(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.",
          "BucketName",
          name);
    }
  }

  private static String region(Request request) {
    String endpoint = request.context.region();
    Structure configuration = request.input.structure("CreateBucketConfiguration");
    @Nullable String constraint =
        configuration == null ? null : configuration.text("LocationConstraint");
    if (constraint == null || constraint.isEmpty()) {
      if (endpoint.equals(MAIN_REGION) || endpoint.endsWith("-global")) {
        return MAIN_REGION;
      }
      if (configuration != null && configuration.containsKey("LocationConstraint")) {
        throw S3Errors.malformedXml();
      }
      throw incompatible("unspecified");
    }
    if (constraint.equals(MAIN_REGION)) {
      throw endpoint.equals(MAIN_REGION)
          ? S3Errors.of(
              400,
              "InvalidLocationConstraint",
              "The specified location-constraint is not valid",
              "LocationConstraint",
              constraint)
          : incompatible(constraint);
    }
    String region = LEGACY_REGIONS.contains(constraint) ? "eu-west-1" : constraint;
    if (!region.matches("[a-z]{2,4}(-[a-z]+)+-\\d")) {
      throw S3Errors.of(
          400,
          "InvalidLocationConstraint",
          "The specified location-constraint is not valid",
          "LocationConstraint",
          constraint);
    }
    if (!endpoint.equals(MAIN_REGION) && !endpoint.equals(region)) {
      throw incompatible(constraint);
    }
    return region;
  }

  private static RuntimeException incompatible(String constraint) {
    return S3Errors.of(
        400,
        "IllegalLocationConstraintException",
        "The "
            + constraint
            + " location constraint is incompatible for the region specific endpoint this request"
            + " was sent to.");
  }

  private Map<String, ?> delete(Request request) {
    state.change(
        change -> {
          Bucket bucket = request.current();
          if (!state.versions.isEmpty(bucket.name())) {
            throw S3Errors.of(
                409,
                "BucketNotEmpty",
                bucket.versioning() == null
                    ? "The bucket you tried to delete is not empty"
                    : "The bucket you tried to delete is not empty. You must delete all versions in"
                        + " the bucket.",
                "BucketName",
                bucket.name());
          }
          for (Structure upload : state.uploads.all(bucket.name())) {
            String key = Documents.text(upload, "Key", "");
            String id = Documents.text(upload, "UploadId", "");
            change.forget(Multipart.bodies(state.uploads.parts(id)));
            state.uploads.remove(bucket.name(), key, id);
          }
          state.remove(bucket);
          return true;
        });
    return Map.of();
  }

  private Map<String, ?> head(Request request) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("BucketRegion", request.bucket().region());
    output.put("BucketArn", request.bucket().arn());
    output.put("AccessPointAlias", false);
    return output;
  }

  private Map<String, ?> location(Request request) {
    String region = request.bucket().region();
    return region.equals(MAIN_REGION) ? Map.of() : Map.of("LocationConstraint", region);
  }

  private Map<String, ?> list(Request request) {
    if (request.call.caller().arn().isEmpty()) {
      throw S3Errors.accessDenied();
    }
    String account = request.call.caller().account();
    String prefix = request.text("Prefix");
    String region = request.input.text("BucketRegion");
    String after = request.text("ContinuationToken");
    Integer wanted = request.input.integer("MaxBuckets");
    int most = wanted == null ? MOST : wanted;
    if (most < 1 || most > MOST) {
      throw S3Errors.invalidArgument(
          "Argument max-buckets must be an integer between 1 and 10000",
          "max-buckets",
          Integer.toString(most));
    }
    List<Map<String, Object>> buckets = new ArrayList<>();
    String last = null;
    String token = null;
    for (Bucket bucket : state.all(account)) {
      if (!bucket.name().startsWith(prefix)
          || (region != null && !region.equals(bucket.region()))
          || (!after.isEmpty() && bucket.name().compareTo(Tokens.read(after)) <= 0)) {
        continue;
      }
      if (buckets.size() == most) {
        token = last == null ? null : Tokens.of(last);
        break;
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("Name", bucket.name());
      entry.put("CreationDate", bucket.created());
      entry.put("BucketRegion", bucket.region());
      entry.put("BucketArn", bucket.arn());
      buckets.add(entry);
      last = bucket.name();
    }
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("Buckets", buckets);
    output.put("Owner", Acls.owner(account));
    output.put("ContinuationToken", token);
    output.put("Prefix", request.input.text("Prefix"));
    return output;
  }
}
