package io.boto4j.benchmarks.versus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/**
 * Resolving the endpoint of a call, and signing it. The bucket is a different one each time, so
 * that no result can come from a cache; DynamoDB's endpoint is the same each time, as in a program.
 */
@State(Scope.Benchmark)
public class EndpointSign {
  private static final byte[] BODY =
      "{\"TableName\":\"auth-users\",\"Key\":{\"id\":{\"S\":\"user-1\"}}}".getBytes(UTF_8);

  private final ModelLoader models = ModelLoader.builtIn();
  private final Partitions partitions = new Partitions(models);
  private final EndpointRules s3Rules = rules("s3");
  private final int s3Bucket = parameter(s3Rules, "Bucket");
  private final EndpointResolver s3 = resolver(s3Rules);
  private final EndpointResolver dynamodb = resolver(rules("dynamodb"));
  private final int dynamodbParameters = rules("dynamodb").parameterCount();
  private final S3EndpointProvider sdkS3 = S3EndpointProvider.defaultProvider();
  private final DynamoDbEndpointProvider sdkDynamodb = DynamoDbEndpointProvider.defaultProvider();

  private final SigV4Signer signer = new SigV4Signer();
  private final SigningProperties properties = SigningProperties.of("dynamodb", "us-east-1");
  private final Credentials credentials = Credentials.of("AKIDEXAMPLE", "example-secret-key", null);
  private final Clock clock = Clock.systemUTC();
  private final HttpRequest request =
      new HttpRequest(
          "POST",
          URI.create("https://dynamodb.us-east-1.amazonaws.com/"),
          Headers.of(
              Map.of(
                  "Content-Type",
                  "application/x-amz-json-1.0",
                  "X-Amz-Target",
                  "DynamoDB_20120810.GetItem")),
          HttpBody.of(BODY));
  private final AwsV4HttpSigner sdkSigner = AwsV4HttpSigner.create();
  private final AwsBasicCredentials sdkCredentials =
      AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key");
  private final SdkHttpRequest sdkRequest =
      SdkHttpRequest.builder()
          .method(SdkHttpMethod.POST)
          .uri(URI.create("https://dynamodb.us-east-1.amazonaws.com/"))
          .putHeader("Content-Type", "application/x-amz-json-1.0")
          .putHeader("X-Amz-Target", "DynamoDB_20120810.GetItem")
          .build();
  private final ContentStreamProvider sdkBody = ContentStreamProvider.fromByteArray(BODY);

  private int buckets;

  private EndpointRules rules(String service) {
    ServiceModel model = Objects.requireNonNull(models.find(service));
    return Objects.requireNonNull(model.endpointRules());
  }

  /** Returns the index of a parameter, which a call gets from its operation too. */
  private static int parameter(EndpointRules rules, String name) {
    int parameter = 0;
    while (!rules.parameterName(parameter).equals(name)) {
      parameter++;
    }
    return parameter;
  }

  private EndpointResolver resolver(EndpointRules rules) {
    EndpointOptions options =
        new EndpointOptions(
            null, false, false, false, "preferred", EndpointOptions.S3.DEFAULT, true, Map.of());
    return new EndpointResolver(rules, partitions, new BuiltIns("eu-west-1", options), null);
  }

  /**
   * Resolves a bucket's endpoint with boto4j.
   *
   * @return the endpoint
   */
  @Benchmark
  public Object bucketBoto4j() {
    @Nullable Object[] values = new @Nullable Object[s3Rules.parameterCount()];
    values[s3Bucket] = "statements-" + buckets++;
    return s3.resolve(values);
  }

  /**
   * Resolves a bucket's endpoint with AWS SDK 2.x.
   *
   * @return the endpoint
   */
  @Benchmark
  public Object bucketAwsSdk() {
    S3EndpointParams params =
        S3EndpointParams.builder()
            .region(Region.EU_WEST_1)
            .bucket("statements-" + buckets++)
            .build();
    return sdkS3.resolveEndpoint(params).join();
  }

  /**
   * Resolves DynamoDB's endpoint with boto4j.
   *
   * @return the endpoint
   */
  @Benchmark
  public Object dynamodbBoto4j() {
    return dynamodb.resolve(new @Nullable Object[dynamodbParameters]);
  }

  /**
   * Resolves DynamoDB's endpoint with AWS SDK 2.x.
   *
   * @return the endpoint
   */
  @Benchmark
  public Object dynamodbAwsSdk() {
    return sdkDynamodb
        .resolveEndpoint(DynamoDbEndpointParams.builder().region(Region.EU_WEST_1).build())
        .join();
  }

  /**
   * Signs with boto4j, including the hash of the body.
   *
   * @return the signed headers
   * @throws IOException never
   */
  @Benchmark
  public Object signBoto4j() throws IOException {
    return signer.sign(
        request, signer.payloadHash(request.body()), properties, credentials, clock.instant());
  }

  /**
   * Signs with AWS SDK 2.x, including the hash of the body.
   *
   * @return the signed request
   */
  @Benchmark
  public Object signAwsSdk() {
    return sdkSigner.sign(
        sign ->
            sign.identity(sdkCredentials)
                .request(sdkRequest)
                .payload(sdkBody)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
  }
}
