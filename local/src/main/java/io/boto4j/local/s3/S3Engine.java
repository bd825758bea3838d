package io.boto4j.local.s3;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.Partition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * S3 of one account and region. The buckets of all accounts and regions of a partition are kept by
 * one engine, that of an account of its own.
 */
final class S3Engine implements Engine {
  /** The account of the engine that keeps the buckets. */
  private static final String SHARED = "000000000000";

  private static final Set<String> VERSIONED =
      Set.of(
          "s3:GetObject",
          "s3:DeleteObject",
          "s3:GetObjectTagging",
          "s3:PutObjectTagging",
          "s3:DeleteObjectTagging",
          "s3:GetObjectAcl",
          "s3:PutObjectAcl",
          "s3:GetObjectAttributes");

  private final EngineContext context;
  private final S3State state;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  /** Carries out an operation. */
  interface Handler {
    Map<String, ?> handle(Request request);
  }

  /** Takes operations. */
  interface Table {
    /**
     * Adds an operation.
     *
     * @param name the name of the operation
     * @param action the action that policies allow, without the service; null if the operation has
     *     no bucket that exists, empty if the operation checks the access itself
     * @param handler carries it out
     */
    void add(String name, @Nullable String action, Handler handler);
  }

  private record Operation(@Nullable String action, Handler handler) {}

  private S3Engine(EngineContext context, S3State state) {
    this.context = context;
    this.state = state;
    Table table = (name, action, handler) -> operations.put(name, new Operation(action, handler));
    Notifications notifications = new Notifications(state);
    new BucketOperations(state).addTo(table);
    new ObjectReads(state).addTo(table);
    new ObjectWrites(state, notifications).addTo(table);
    new Copying(state, notifications).addTo(table);
    new Deleting(state, notifications).addTo(table);
    new Multipart(state, notifications).addTo(table);
    new PartUploads(state).addTo(table);
    new Restoring(state, notifications).addTo(table);
    new Listings(state).addTo(table);
    new UploadListings(state).addTo(table);
    new Tagging(state, notifications).addTo(table);
    new ObjectLocks(state).addTo(table);
    new Acls(state, notifications).addTo(table);
    new Configurations(state).addTo(table);
    new IdentifiedConfigurations(state).addTo(table);
    new BucketPolicies(state).addTo(table);
    new NotificationConfigurations(state).addTo(table);
  }

  /** Returns the engine of an account and region. */
  static S3Engine of(EngineContext context) {
    String global = Partition.of(context.region()) + "-global";
    if (context.account().equals(SHARED) && context.region().equals(global)) {
      return new S3Engine(context, new S3State(context));
    }
    if (context.world(SHARED, global).engine("s3") instanceof S3Engine shared) {
      return new S3Engine(context, shared.state);
    }
    throw new IllegalStateException("Another engine of S3 is in use");
  }

  @Override
  public Set<String> operations() {
    return operations.keySet();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Operation operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalArgumentException("Not emulated: " + call.operation());
    }
    try {
      return operation.handler.handle(new Request(state, context, call, bucket(operation, call)));
    } catch (EngineException e) {
      throw call.operation().startsWith("Head") && e.status() != 0 ? S3Errors.head(e) : e;
    }
  }

  private @Nullable Bucket bucket(Operation operation, EngineCall call) {
    String name = call.input().text("Bucket");
    if (operation.action == null || name == null) {
      return null;
    }
    if (name.startsWith("arn:")) {
      throw S3Errors.of(
          400, "InvalidBucketName", "The specified bucket is not valid.", "BucketName", name);
    }
    Bucket bucket = state.get(name);
    String expected = call.input().text("ExpectedBucketOwner");
    if (expected != null && !expected.equals(bucket.account())) {
      throw S3Errors.accessDenied();
    }
    if (operation.action.isEmpty()) {
      return bucket;
    }
    String action = "s3:" + operation.action;
    if (call.input().text("VersionId") != null && VERSIONED.contains(action)) {
      action = versioned(action);
    }
    Access.check(state, bucket, action, call.input().text("Key"), call);
    return bucket;
  }

  /** GetObjectTagging of a version is the action GetObjectVersionTagging. */
  private static String versioned(String action) {
    int end = action.indexOf("Object") + "Object".length();
    return action.substring(0, end) + "Version" + action.substring(end);
  }
}
