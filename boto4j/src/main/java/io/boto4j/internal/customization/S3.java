package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.retry.ServiceRetries;
import io.boto4j.internal.text.Arn;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** S3, the oldest service, differs at most points of a call; each has a class of its own. */
final class S3 implements Customization {
  private static final String CUSTOMER = "SSECustomer";
  private static final String COPY_SOURCE_CUSTOMER = "CopySourceSSECustomer";

  /** Null until the client is known. */
  private final @Nullable ClientFacts facts;

  /** Created on first use, and only once: the regions it has learned are in it. */
  private volatile @Nullable BucketRegions bucketRegions;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable ExpressSessions expressSessions;

  S3() {
    this(null);
  }

  private S3(@Nullable ClientFacts facts) {
    this.facts = facts;
  }

  @Override
  public Customization forClient(
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions partitions,
      @Nullable String discovery) {
    return new S3(new ClientFacts(endpoints, region, partitions));
  }

  @Override
  public boolean isGlobal(@Nullable String region, EndpointOptions options) {
    return BuiltIns.isGlobalS3(region, options.s3());
  }

  /** botocore keeps us-east-1 for callers that compare it, such as before creating a bucket. */
  @Override
  public ClientRegion region(ClientRegion found, @Nullable String region, EndpointOptions options) {
    String name = found.name();
    return isGlobal(region, options) && name.equals("aws-global")
        ? new ClientRegion("us-east-1", "us-east-1", "us-east-1", found.signingName())
        : found.withRules(name);
  }

  @Override
  public boolean changesEndpointRules() {
    return true;
  }

  @Override
  public boolean hasS3Options() {
    return true;
  }

  @Override
  public boolean acceptsForms() {
    return true;
  }

  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    InputChanges changed = new InputChanges(input);
    switch (operation.name()) {
      case "CopyObject" -> {
        CopySource.encode(changed);
        ObjectMetadata.check(changed);
        CustomerKey.encode(changed, CUSTOMER);
        CustomerKey.encode(changed, COPY_SOURCE_CUSTOMER);
      }
      case "UploadPartCopy" -> {
        CopySource.encode(changed);
        CustomerKey.encode(changed, CUSTOMER);
        CustomerKey.encode(changed, COPY_SOURCE_CUSTOMER);
      }
      case "PutObject", "CreateMultipartUpload" -> {
        ObjectMetadata.check(changed);
        CustomerKey.encode(changed, CUSTOMER);
      }
      case "HeadObject",
          "GetObject",
          "UploadPart",
          "CompleteMultipartUpload",
          "SelectObjectContent" ->
          CustomerKey.encode(changed, CUSTOMER);
      case "ListObjects", "ListObjectsV2", "ListObjectVersions" -> EncodedListing.askFor(changed);
      default -> {}
    }
    BucketName.check(changed);
    return changed.map();
  }

  @Override
  public @Nullable Object builtIn(
      String builtIn, OperationModel operation, Map<String, ?> input, boolean forUrl) {
    return switch (builtIn) {
      case BuiltIns.FORCE_PATH_STYLE -> S3AddressingStyle.forcePathStyle(operation, input);
      case BuiltIns.REGION -> region(operation, input, forUrl);
      case BuiltIns.S3_GLOBAL -> isGlobalUrl(operation, input, forUrl) ? true : null;
      default -> null;
    };
  }

  /** A region learned from a redirect wins over the host that serves all regions. */
  private @Nullable String region(OperationModel operation, Map<String, ?> input, boolean forUrl) {
    BucketRegions learned = bucketRegions;
    String region = learned == null ? null : learned.of(input);
    return region == null && isGlobalUrl(operation, input, forUrl) ? "aws-global" : region;
  }

  private boolean isGlobalUrl(OperationModel operation, Map<String, ?> input, boolean forUrl) {
    return forUrl && S3AddressingStyle.isGlobal(Objects.requireNonNull(facts), operation, input);
  }

  /** The model has the bucket in the path; the endpoint rules put it into the host or the path. */
  @Override
  public String target(OperationModel operation, String target) {
    return operation.requestUri().startsWith("/{Bucket}") && isForRules(operation)
        ? withoutBucket(target)
        : target;
  }

  private static boolean isForRules(OperationModel operation) {
    StructureShape input = operation.input();
    Member bucket = input == null ? null : input.member("Bucket");
    return bucket != null && bucket.traits().flag("contextParam");
  }

  private static String withoutBucket(String target) {
    for (int i = 1; i < target.length(); i++) {
      if (target.charAt(i) == '/') {
        return target.substring(i);
      }
      if (target.charAt(i) == '?') {
        return "/" + target.substring(i);
      }
    }
    return "/";
  }

  @Override
  public boolean inputHasRegion(Map<String, ?> input) {
    return Arn.is(InputValues.text(input.get("Bucket")));
  }

  /** Only directory buckets have a backend of their own. */
  @Override
  public ResolvedEndpoint withIdentity(Map<String, ?> input, ResolvedEndpoint resolved) {
    return resolved.backend() == null
        ? resolved
        : resolved.forBucket(InputValues.text(input.get("Bucket")));
  }

  @Override
  public boolean mayReroute() {
    return true;
  }

  @Override
  public boolean reroutes(
      OperationModel operation,
      Map<String, ?> input,
      ServiceException refusal,
      CustomizationClient client) {
    return regions().learn(operation, input, refusal, client);
  }

  private BucketRegions regions() {
    BucketRegions made = bucketRegions;
    if (made == null) {
      synchronized (this) {
        made = bucketRegions;
        if (made == null) {
          made = new BucketRegions();
          bucketRegions = made;
        }
      }
    }
    return made;
  }

  @Override
  public @Nullable RuntimeException ruleError(
      OperationModel operation, Map<String, ?> input, String error) {
    return S3RuleErrors.ofS3(error);
  }

  /** The regions of buckets stay: they do not change. */
  @Override
  public void forget() {
    expressSessions = null;
  }

  @Override
  public Credentials identity(String identity, CustomizationClient client) {
    ExpressSessions sessions = expressSessions;
    if (sessions == null) {
      sessions = new ExpressSessions();
      expressSessions = sessions;
    }
    return sessions.credentials(identity, client);
  }

  /**
   * Asks S3 to confirm before the body is sent, so that a redirect or an error costs no upload (RFC
   * 9110, section 10.1.1). An empty body costs nothing, and must not be announced in this way.
   */
  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    boolean uploads = request.method().equals("PUT") || request.method().equals("POST");
    boolean expects = facts == null || facts.endpoints().s3().expectContinue();
    return uploads && expects && request.body().contentLength() != 0 && streams(operation, input)
        ? request.withHeader("Expect", "100-continue")
        : request;
  }

  /** As in boto3, two operations stream any kind of body, the others streams only. */
  private static boolean streams(OperationModel operation, Map<String, ?> input) {
    StructureShape shape = operation.input();
    String payload = shape == null ? null : shape.traits().text("payload");
    Member member = shape == null || payload == null ? null : shape.member(payload);
    if (member == null || member.shape().type() != ShapeType.BLOB) {
      return false;
    }
    Object body = input.get(member.name());
    return body instanceof InputStream
        || body instanceof Path
        || (body != null
            && (operation.name().equals("PutObject") || operation.name().equals("UploadPart")));
  }

  @Override
  public WireResponse response(OperationModel operation, WireResponse response) {
    return S3Responses.corrected(operation, response);
  }

  @Override
  public boolean differs(String name, @Nullable Member member) {
    return member == null && name.equals(S3Responses.EXPIRES_TEXT);
  }

  @Override
  public Structure output(
      OperationModel operation,
      Map<String, ?> parameters,
      WireResponse response,
      Structure output) {
    return switch (operation.name()) {
      case "GetBucketLocation" -> S3Responses.withLocation(operation, response, output);
      case "GetObject", "HeadObject" -> S3Responses.withExpiresText(response, output);
      case "ListObjects", "ListObjectsV2", "ListObjectVersions" ->
          EncodedListing.decode(operation, parameters, output);
      default -> output;
    };
  }

  @Override
  public ServiceRetries retries() {
    return new ServiceRetries() {
      @Override
      public boolean isInLegacyTable(int status, String code) {
        return status == 400 && (code.equals("RequestTimeout") || code.equals("BadDigest"));
      }
    };
  }
}
