package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configurations of a bucket of which there is one of a kind: they are checked and stored. */
final class Configurations {
  private final S3State state;

  Configurations(S3State state) {
    this.state = state;
  }

  /** Checks a configuration before it is stored. */
  private interface Check {
    void check(Bucket bucket, Structure configuration);
  }

  /** Adds to a configuration what it leaves to be chosen; null stores none. */
  private interface Completion {
    @Nullable Structure complete(Bucket bucket, Structure configuration);
  }

  /**
   * A kind of configuration.
   *
   * @param name the name under which it is stored
   * @param operation the end of the names of its operations
   * @param member the member of the input that has the configuration
   * @param wrapped whether the output has the configuration in the same member
   * @param action the end of the names of its actions
   */
  private record Kind(
      String name, String operation, String member, boolean wrapped, String action) {}

  void addTo(S3Engine.Table table) {
    cors(table);
    encryption(table);
    website(table);
    replication(table);
    Kind lifecycle =
        new Kind(
            "lifecycle",
            "BucketLifecycleConfiguration",
            "LifecycleConfiguration",
            false,
            "LifecycleConfiguration");
    put(table, lifecycle, Lifecycle::check);
    get(
        table,
        lifecycle,
        "NoSuchLifecycleConfiguration",
        "The lifecycle configuration does not exist");
    delete(table, lifecycle, "DeleteBucketLifecycle");
    Kind ownership =
        new Kind(
            "ownershipControls",
            "BucketOwnershipControls",
            "OwnershipControls",
            true,
            "BucketOwnershipControls");
    put(table, ownership, (bucket, controls) -> requireList(controls, "Rules"));
    get(
        table,
        ownership,
        "OwnershipControlsNotFoundError",
        "The bucket ownership controls were not found");
    delete(table, ownership, "DeleteBucketOwnershipControls");
    Kind block =
        new Kind(
            "publicAccessBlock",
            "PublicAccessBlock",
            "PublicAccessBlockConfiguration",
            true,
            "BucketPublicAccessBlock");
    put(
        table,
        block,
        (bucket, configuration) -> {
          if (configuration.isEmpty()) {
            throw S3Errors.invalidRequest("Must specify at least one configuration.");
          }
        },
        (bucket, configuration) -> {
          Map<String, Object> all = new LinkedHashMap<>();
          for (String each :
              List.of(
                  "BlockPublicAcls",
                  "IgnorePublicAcls",
                  "BlockPublicPolicy",
                  "RestrictPublicBuckets")) {
            all.put(each, Boolean.TRUE.equals(configuration.bool(each)));
          }
          return Structures.of(all);
        });
    get(
        table,
        block,
        "NoSuchPublicAccessBlockConfiguration",
        "The public access block configuration was not found");
    delete(table, block, "DeletePublicAccessBlock");
    simple(table);
    versioning(table);
  }

  private void cors(S3Engine.Table table) {
    Kind cors = new Kind("cors", "BucketCors", "CORSConfiguration", false, "BucketCORS");
    put(table, cors, Configurations::checkCors);
    get(table, cors, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
    delete(table, cors, "DeleteBucketCors");
  }

  private static void checkCors(Bucket bucket, Structure configuration) {
    List<Structure> rules = configuration.structures("CORSRules");
    if (rules.isEmpty() || rules.size() > 100) {
      throw S3Errors.malformedXml();
    }
    for (Structure rule : rules) {
      if (rule.texts("AllowedMethods").isEmpty() || rule.texts("AllowedOrigins").isEmpty()) {
        throw S3Errors.malformedXml();
      }
      for (String method : rule.texts("AllowedMethods")) {
        if (!Set.of("GET", "PUT", "HEAD", "POST", "DELETE").contains(method)) {
          throw S3Errors.invalidRequest(
              "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
        }
      }
    }
  }

  private void encryption(S3Engine.Table table) {
    Kind encryption =
        new Kind(
            "encryption",
            "BucketEncryption",
            "ServerSideEncryptionConfiguration",
            true,
            "EncryptionConfiguration");
    put(table, encryption, (bucket, each) -> requireList(each, "Rules"));
    table.add(
        "GetBucketEncryption",
        "GetEncryptionConfiguration",
        request -> {
          Structure stored = request.bucket().configuration("encryption");
          Map<String, Object> rule = new LinkedHashMap<>();
          rule.put("ApplyServerSideEncryptionByDefault", Map.of("SSEAlgorithm", "AES256"));
          rule.put("BucketKeyEnabled", false);
          return Map.of(
              encryption.member, stored == null ? Map.of("Rules", List.of(rule)) : stored);
        });
    delete(table, encryption, "DeleteBucketEncryption");
  }

  private void website(S3Engine.Table table) {
    Kind website =
        new Kind("website", "BucketWebsite", "WebsiteConfiguration", false, "BucketWebsite");
    put(
        table,
        website,
        (bucket, configuration) -> {
          if (configuration.text("IndexDocument", "Suffix") == null
              && configuration.structure("RedirectAllRequestsTo") == null) {
            throw S3Errors.of(
                400,
                "InvalidArgument",
                "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is"
                    + " empty");
          }
        });
    get(
        table,
        website,
        "NoSuchWebsiteConfiguration",
        "The specified bucket does not have a website configuration");
    delete(table, website, "DeleteBucketWebsite");
  }

  private void replication(S3Engine.Table table) {
    Kind replication =
        new Kind(
            "replication",
            "BucketReplication",
            "ReplicationConfiguration",
            true,
            "ReplicationConfiguration");
    Replication rules = new Replication(state);
    put(
        table,
        replication,
        Replication::check,
        (bucket, configuration) -> rules.completed(configuration));
    get(
        table,
        replication,
        "ReplicationConfigurationNotFoundError",
        "The replication configuration was not found");
    delete(table, replication, "DeleteBucketReplication");
  }

  /** The configurations that every bucket has, so that they cannot be deleted. */
  private void simple(S3Engine.Table table) {
    Kind logging =
        new Kind("logging", "BucketLogging", "BucketLoggingStatus", false, "BucketLogging");
    put(table, logging, new Logging(state)::check);
    get(table, logging, null, "");
    Kind accelerate =
        new Kind(
            "accelerate",
            "BucketAccelerateConfiguration",
            "AccelerateConfiguration",
            false,
            "AccelerateConfiguration");
    put(
        table,
        accelerate,
        (bucket, configuration) -> {
          if (bucket.name().contains(".")) {
            throw S3Errors.invalidRequest(
                "S3 Transfer Acceleration is not supported for buckets with periods (.) in their"
                    + " names");
          }
          requireText(configuration, "Status", "Enabled", "Suspended");
        },
        (bucket, configuration) ->
            // What was never enabled cannot be suspended.
            bucket.configuration("accelerate") == null
                    && "Suspended".equals(configuration.text("Status"))
                ? null
                : configuration);
    get(table, accelerate, null, "");
    Kind payment =
        new Kind(
            "requestPayment",
            "BucketRequestPayment",
            "RequestPaymentConfiguration",
            false,
            "BucketRequestPayment");
    put(
        table,
        payment,
        (bucket, configuration) -> requireText(configuration, "Payer", "Requester", "BucketOwner"));
    table.add(
        "GetBucketRequestPayment",
        "GetBucketRequestPayment",
        request -> {
          Structure stored = request.bucket().configuration(payment.name);
          return stored == null ? Map.of("Payer", "BucketOwner") : stored;
        });
    Kind abac = new Kind("abac", "BucketAbac", "AbacStatus", true, "BucketABAC");
    put(table, abac, (bucket, status) -> requireText(status, "Status", "Enabled", "Disabled"));
    table.add(
        "GetBucketAbac",
        "GetBucketABAC",
        request -> {
          Structure stored = request.bucket().configuration(abac.name);
          return Map.of(abac.member, stored == null ? Map.of("Status", "Disabled") : stored);
        });
  }

  private void versioning(S3Engine.Table table) {
    Kind versioning =
        new Kind(
            "versioning", "BucketVersioning", "VersioningConfiguration", false, "BucketVersioning");
    put(
        table,
        versioning,
        (bucket, configuration) -> {
          String status = configuration.text("Status");
          if (status == null) {
            throw S3Errors.of(
                400,
                "IllegalVersioningConfigurationException",
                "The Versioning element must be specified");
          }
          requireText(configuration, "Status", "Enabled", "Suspended");
          if (bucket.locks() && status.equals("Suspended")) {
            throw S3Errors.of(
                409,
                "InvalidBucketState",
                "An Object Lock configuration is present on this bucket, so the versioning state"
                    + " cannot be changed.");
          }
          if (bucket.configuration("replication") != null && status.equals("Suspended")) {
            throw S3Errors.of(
                409,
                "InvalidBucketState",
                "A replication configuration is present on this bucket, so the versioning state"
                    + " cannot be changed.");
          }
        });
    get(table, versioning, null, "");
  }

  private static void requireText(Structure configuration, String name, String one, String other) {
    String text = configuration.text(name);
    if (!one.equals(text) && !other.equals(text)) {
      throw S3Errors.malformedXml();
    }
  }

  private static void requireList(Structure configuration, String name) {
    if (configuration.structures(name).isEmpty()) {
      throw S3Errors.malformedXml();
    }
  }

  private void put(S3Engine.Table table, Kind kind, Check check) {
    put(table, kind, check, (bucket, configuration) -> configuration);
  }

  /** Adds the operation that stores a configuration, with what it leaves to be chosen. */
  private void put(S3Engine.Table table, Kind kind, Check check, Completion completion) {
    table.add(
        "Put" + kind.operation,
        "Put" + kind.action,
        request -> {
          Structure configuration = request.input.structure(kind.member);
          if (configuration == null) {
            throw S3Errors.missingBody();
          }
          state.change(
              change -> {
                Bucket bucket = request.current();
                check.check(bucket, configuration);
                state.put(
                    bucket.withConfiguration(
                        kind.name, completion.complete(bucket, configuration)));
                return true;
              });
          return Map.of();
        });
  }

  private static void get(
      S3Engine.Table table, Kind kind, @Nullable String absent, String message) {
    table.add(
        "Get" + kind.operation,
        "Get" + kind.action,
        request -> {
          Structure stored = request.bucket().configuration(kind.name);
          if (stored == null && absent != null) {
            throw S3Errors.of(404, absent, message, "BucketName", request.bucket().name());
          }
          if (stored == null) {
            return Map.of();
          }
          return kind.wrapped ? Map.of(kind.member, stored) : stored;
        });
  }

  private void delete(S3Engine.Table table, Kind kind, String operation) {
    table.add(
        operation,
        (kind.name.equals("website") ? "Delete" : "Put") + kind.action,
        request -> {
          state.change(
              change -> {
                state.put(request.current().withConfiguration(kind.name, null));
                return true;
              });
          return Map.of();
        });
  }
}
